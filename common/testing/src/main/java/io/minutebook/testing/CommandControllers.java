package io.minutebook.testing;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Controllers that change something, as their annotations describe them. This module does without Spring, so annotations go by their names. */
final class CommandControllers {
    private static final String WEB = "org.springframework.web.bind.annotation.";
    /** The annotation of a handler method, and the HTTP method it answers. */
    private static final Map<String, String> COMMANDS = Map.of(
            WEB + "PostMapping", "POST",
            WEB + "PutMapping", "PUT",
            WEB + "PatchMapping", "PATCH",
            WEB + "DeleteMapping", "DELETE");

    private CommandControllers() {}

    /**
     * One command as an address offers it.
     *
     * @param request the record that its body is read into; none where the command has no body
     */
    record Command(String method, String path, Optional<Class<?>> request) {}

    static boolean takesCommands(JavaClass controller) {
        return controller.getMethods().stream().anyMatch(CommandControllers::isCommand);
    }

    static boolean reads(JavaClass controller) {
        return controller.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(WEB + "GetMapping"));
    }

    /** Returns the addresses that all methods of the controller begin with. */
    static List<String> prefixes(JavaClass controller) {
        return controller
                .tryGetAnnotationOfType(ArchitectureRules.HANDLES)
                .map(CommandControllers::paths)
                .orElse(List.of());
    }

    /** Returns every command of these classes, once for each of its addresses. */
    static List<Command> in(JavaClasses classes) {
        List<Command> found = new ArrayList<>();
        for (JavaClass controller : classes) {
            for (JavaMethod method : controller.getMethods()) {
                for (JavaAnnotation<JavaMethod> annotation : method.getAnnotations()) {
                    String http = COMMANDS.get(annotation.getRawType().getName());
                    if (http != null) {
                        for (String prefix : orEmpty(prefixes(controller))) {
                            for (String path : orEmpty(paths(annotation))) {
                                found.add(new Command(http, prefix + path, request(method)));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isCommand(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation ->
                        COMMANDS.containsKey(annotation.getRawType().getName()));
    }

    private static Optional<Class<?>> request(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.isAnnotatedWith(WEB + "RequestBody"))
                .map(JavaParameter::getRawType)
                .<Class<?>>map(JavaClass::reflect)
                .findFirst();
    }

    private static List<String> paths(JavaAnnotation<?> annotation) {
        for (String member : List.of("value", "path")) {
            Object given = annotation.get(member).orElse(null);
            if (given instanceof String[] paths && paths.length > 0) {
                return Arrays.asList(paths);
            }
        }
        return List.of();
    }

    private static List<String> orEmpty(List<String> paths) {
        return paths.isEmpty() ? List.of("") : paths;
    }
}
