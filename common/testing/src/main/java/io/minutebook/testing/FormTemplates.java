package io.minutebook.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the forms in a module's templates with the request records of its command controllers, so that a renamed field breaks a test and not a desk.
 * A form is understood where its action and its names are written out: {@code th:action="@{/followup/cases/{id}/callbacks(id=${id})}"}, {@code
 * name="note"}, {@code th:name="|lines[${row.index}].price|"}.
 */
final class FormTemplates {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "<(/?)(form|input|select|textarea|button)\\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ACTION_OF_MANY = Pattern.compile("(?:^|,)action=(@\\{.*?}(?=,[\\w-]+=|$)|[^,]*)");
    private static final String THE_FORM_S_OWN = "platform/form :: hidden(";
    /** What the form says of itself; the record does not know it. */
    private static final Set<String> OWN = Set.of("_csrf", "_key", "_page", "_form", "_zone", "lang");

    private FormTemplates() {}

    /** Returns a sentence for every form that does not fit its command, each with what to do. */
    static List<String> faults(Path templates, JavaClasses classes) {
        List<CommandControllers.Command> commands = CommandControllers.in(classes);
        List<String> faults = new ArrayList<>();
        if (!Files.isDirectory(templates)) {
            return faults;
        }
        try (Stream<Path> files = Files.walk(templates)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                String html = COMMENT.matcher(Files.readString(file)).replaceAll("");
                forms(html).forEach(form -> compare(templates.relativize(file) + ": ", form, commands, faults));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private record Form(@Nullable String action, Set<String> fields, boolean sendsItsOwn) {}

    private static List<Form> forms(String html) {
        List<Form> forms = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        @Nullable Map<String, String> open = null;
        int from = 0;
        Set<String> fields = new TreeSet<>();
        while (tag.find()) {
            boolean form = tag.group(2).equalsIgnoreCase("form");
            if (form && tag.group(1).isEmpty()) {
                open = attributes(tag.group(3));
                from = tag.end();
                fields = new TreeSet<>();
            } else if (form && open != null) {
                if ("post".equalsIgnoreCase(open.getOrDefault("method", "get"))) {
                    String inside = html.substring(from, tag.start());
                    forms.add(new Form(action(open), fields, inside.contains(THE_FORM_S_OWN)));
                }
                open = null;
            } else if (open != null && tag.group(1).isEmpty()) {
                Map<String, String> attributes = attributes(tag.group(3));
                String name = attributes.getOrDefault("th:name", attributes.getOrDefault("name", ""));
                if (!name.isEmpty()) {
                    fields.add(plain(name));
                }
            }
        }
        return forms;
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> found = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            found.put(attribute.group(1), value);
        }
        return found;
    }

    private static @Nullable String action(Map<String, String> attributes) {
        String written = attributes.get("th:action");
        if (written == null && attributes.containsKey("th:attr")) {
            Matcher many = ACTION_OF_MANY.matcher(attributes.get("th:attr"));
            written = many.find() ? many.group(1) : null;
        }
        return written == null ? attributes.get("action") : written;
    }

    /** {@code |lines[${row.index}].price|} as {@code lines[].price}. */
    private static String plain(String name) {
        String bare = name.startsWith("|") && name.endsWith("|") ? name.substring(1, name.length() - 1) : name;
        return bare.replaceAll("\\[(\\d+|\\$\\{[^}]*})]", "[]");
    }

    private static void compare(
            String where, Form form, Collection<CommandControllers.Command> commands, List<String> faults) {
        @Nullable String path = path(form.action());
        if (path == null) {
            faults.add(where + "the action " + form.action() + " of a form is not written out; write it as"
                    + " th:action=\"@{/<service>/…/{id}/…(id=${…})}\" or, where the form is open to anybody,"
                    + " th:attr=\"action=@{…}\"");
            return;
        }
        Optional<CommandControllers.Command> command = commands.stream()
                .filter(each ->
                        each.method().equals("POST") && variables(each.path()).equals(path))
                .findFirst();
        if (command.isEmpty()) {
            faults.add(where + "no command controller answers POST " + path
                    + "; correct the form's action, or give the controller this address");
            return;
        }
        if (!form.sendsItsOwn()) {
            faults.add(where + "the form at " + path + " lacks the fields that every form has; put <th:block"
                    + " th:replace=\"~{platform/form :: hidden(${form}, null)}\"/> into it");
        }
        Set<String> given = new TreeSet<>(form.fields());
        given.removeAll(OWN);
        String name = command.get().request().map(Class::getSimpleName).orElse("nothing");
        Fields known = new Fields();
        command.get().request().ifPresent(record -> known.read(record, "", ""));
        for (String field : given) {
            if (!known.knows(field)) {
                faults.add(where + "the form at " + path + " sends " + field + ", which " + name
                        + " does not know; rename the field, or take it out of the form");
            }
        }
        known.required.forEach((field, within) -> {
            if (!given.contains(field)
                    && (within.isEmpty() || given.stream().anyMatch(any -> any.startsWith(within)))) {
                faults.add(where + "the form at " + path + " does not send " + field + ", which " + name
                        + " requires; add a field of this name, or make the component @Nullable");
            }
        });
    }

    /** {@code @{/a/{id}/b(id=${x})}} as {@code /a/{}/b}; null where it is an expression that cannot be read here. */
    private static @Nullable String path(@Nullable String action) {
        if (action == null || action.isBlank()) {
            return null;
        }
        String written = action.trim();
        if (written.startsWith("@{") && written.endsWith("}")) {
            String inside = written.substring(2, written.length() - 1);
            int parameters = inside.indexOf('(');
            written = parameters < 0 ? inside : inside.substring(0, parameters);
        } else if (written.startsWith("|") && written.endsWith("|")) {
            written = written.substring(1, written.length() - 1).replaceAll("\\$\\{[^}]*}", "{}");
        }
        int query = written.indexOf('?');
        String path = query < 0 ? written : written.substring(0, query);
        return path.startsWith("/") && !path.contains("${") ? variables(path) : null;
    }

    private static String variables(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** The fields of a request record, by the names they have in a form. */
    private static final class Fields {
        private final Set<String> all = new TreeSet<>();
        /** What has to be sent, with the part it belongs to where only that part is optional, such as {@code lines[].}. */
        private final Map<String, String> required = new TreeMap<>();
        /** Maps: any name may stand below them. */
        private final Set<String> open = new TreeSet<>();

        boolean knows(String field) {
            return all.contains(field)
                    || field.endsWith("[]") && all.contains(field.substring(0, field.length() - 2))
                    || open.stream().anyMatch(map -> field.startsWith(map + "."));
        }

        private void read(Class<?> record, String prefix, String within) {
            for (RecordComponent component : record.getRecordComponents()) {
                boolean optional = nullable(component) || nullable(component.getAnnotatedType());
                read(component.getGenericType(), prefix + component.getName(), within, optional);
            }
        }

        private void read(Type type, String name, String within, boolean optional) {
            Class<?> raw = raw(type);
            if (Collection.class.isAssignableFrom(raw)) {
                Type element = argument(type);
                if (raw(element).isRecord()) {
                    read(raw(element), name + "[].", name + "[].");
                } else {
                    all.add(name);
                }
            } else if (Map.class.isAssignableFrom(raw)) {
                open.add(name);
            } else if (raw.isRecord()) {
                read(raw, name + ".", optional ? name + "." : within);
            } else {
                all.add(name);
                if (!optional) {
                    required.put(name, within);
                }
            }
        }

        private static boolean nullable(AnnotatedElement element) {
            return Stream.of(element.getAnnotations())
                    .anyMatch(annotation ->
                            annotation.annotationType().getSimpleName().equals("Nullable"));
        }

        private static Type argument(Type type) {
            return type instanceof ParameterizedType parameterized
                    ? parameterized.getActualTypeArguments()[0]
                    : Object.class;
        }

        private static Class<?> raw(Type type) {
            return switch (type) {
                case Class<?> plain -> plain;
                case ParameterizedType parameterized -> raw(parameterized.getRawType());
                case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
                default -> Object.class;
            };
        }
    }
}
