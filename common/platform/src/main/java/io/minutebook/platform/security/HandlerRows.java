package io.minutebook.platform.security;

import io.minutebook.platform.StartRefused;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Reads from our controllers who may use which address, and refuses the start where one does not say it, or says it of a method that answers no
 * address. The controllers of libraries do not know our annotations and are left out, as is the one that only the container asks, after a failure.
 */
final class HandlerRows {
    private static final String OURS = "io.minutebook.";
    private static final List<Class<? extends Annotation>> MARKS =
            List.of(Allow.class, AllowStaff.class, AllowAnyone.class);

    /** By method and path. */
    private final Map<String, AccessTable.Row> rows = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();

    private HandlerRows() {}

    /**
     * Returns a row for each method and path that a controller of ours answers and that does not stand among the rows of every service.
     *
     * @param everywhere the rows of every service; a controller that answers one of them has to say the same
     * @throws StartRefused naming each method whose annotation is missing or wrong, and what to write there
     */
    static List<AccessTable.Row> of(
            String service, Map<RequestMappingInfo, HandlerMethod> handlers, List<AccessTable.Row> everywhere) {
        HandlerRows found = new HandlerRows();
        everywhere.forEach(row -> found.rows.put(row.toString(), row));
        Map<Class<?>, Set<Method>> answering = new HashMap<>();
        handlers.forEach((mapping, handler) -> {
            Class<?> controller = ClassUtils.getUserClass(handler.getBeanType());
            if (controller.getName().startsWith(OURS) && !ErrorController.class.isAssignableFrom(controller)) {
                found.add(mapping, controller, handler.getMethod());
                answering.computeIfAbsent(controller, any -> new HashSet<>()).add(handler.getMethod());
            }
        });
        answering.forEach(found::refuseIdle);
        if (!found.faults.isEmpty()) {
            throw new StartRefused(
                    service,
                    "who may use it is not said as it should be: "
                            + String.join("; ", found.faults.stream().sorted().toList()));
        }
        found.rows.values().removeAll(everywhere);
        return List.copyOf(found.rows.values());
    }

    private void add(RequestMappingInfo mapping, Class<?> controller, Method handler) {
        List<Annotation> marks = marks(handler);
        if (marks.isEmpty()) {
            marks = marks(controller);
        }
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        if (marks.isEmpty()) {
            fault(handler, "needs @Allow with roles, @AllowStaff or @AllowAnyone");
        } else if (marks.size() > 1) {
            fault(handler, "has more than one of @Allow, @AllowStaff and @AllowAnyone, leave one");
        } else if (marks.getFirst() instanceof Allow allow && allow.value().length == 0) {
            fault(handler, "has @Allow without a role, name those who may use it");
        } else if (methods.isEmpty()) {
            fault(handler, "answers every HTTP method, name one as @GetMapping does");
        } else {
            for (RequestMethod method : methods) {
                for (String path : mapping.getPatternValues()) {
                    add(row(marks.getFirst(), method.asHttpMethod(), path), handler);
                }
            }
        }
    }

    private void add(AccessTable.Row row, Method handler) {
        AccessTable.Row other = rows.putIfAbsent(row.toString(), row);
        if (other != null && !other.equals(row)) {
            fault(handler, "lets " + row.who() + " use " + row + ", which is also said to be for " + other.who());
        }
    }

    /** An annotation without an address lets nobody do anything, so it is a mistake. */
    private void refuseIdle(Class<?> controller, Set<Method> answering) {
        for (Method method : ReflectionUtils.getUniqueDeclaredMethods(controller)) {
            if (!marks(method).isEmpty() && !answering.contains(method)) {
                fault(method, "says who may use it but answers no address, add one or take the annotation off");
            }
        }
    }

    private void fault(Method method, String what) {
        faults.add(method.getDeclaringClass().getName() + "." + method.getName() + " " + what);
    }

    private static List<Annotation> marks(AnnotatedElement element) {
        List<Annotation> marks = new ArrayList<>();
        for (Class<? extends Annotation> mark : MARKS) {
            Annotation found = AnnotatedElementUtils.findMergedAnnotation(element, mark);
            if (found != null) {
                marks.add(found);
            }
        }
        return marks;
    }

    private static AccessTable.Row row(Annotation mark, HttpMethod method, String path) {
        if (mark instanceof Allow allow) {
            return AccessTable.row(method, path, Set.of(allow.value()));
        }
        return mark instanceof AllowStaff ? AccessTable.staffRow(method, path) : AccessTable.publicRow(method, path);
    }
}
