package io.minutebook.pages;

import io.minutebook.platform.input.FormFields;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * A form that a page sent to us, for as long as its request lasts.
 *
 * @param id which of the page's forms it is
 * @param page the page it stands on, an address of this service; null where the form does not name one
 * @param fields what was typed, by the field's name
 */
record SentForm(String id, @Nullable String page, Map<String, List<String>> fields) {
    private static final String SENT = SentForm.class.getName();
    private static final String PROBLEM = SENT + ".problem";

    SentForm {
        fields = Map.copyOf(fields);
    }

    /** Reads the form of this request and keeps it there. */
    static SentForm keep(HttpServletRequest request, String service) {
        Map<String, List<String>> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        SentForm sent =
                new SentForm(first(fields, FormFields.FORM), ownPage(first(fields, FormFields.PAGE), service), fields);
        request.setAttribute(SENT, sent);
        return sent;
    }

    /** Returns the form that the request brought, if it brought one. */
    static @Nullable SentForm of(HttpServletRequest request) {
        return request.getAttribute(SENT) instanceof SentForm sent ? sent : null;
    }

    /** Returns why the form was refused. */
    static void refuse(HttpServletRequest request, ProblemDetail problem) {
        request.setAttribute(PROBLEM, problem);
    }

    static @Nullable ProblemDetail problem(HttpServletRequest request) {
        return request.getAttribute(PROBLEM) instanceof ProblemDetail problem ? problem : null;
    }

    /** Returns the first value of a field, or the other where the field is empty or missing. */
    String first(String name, String other) {
        String value = first(fields, name);
        return value.isEmpty() ? other : value;
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Nobody is sent elsewhere by what stands in a form. */
    private static @Nullable String ownPage(String asked, String service) {
        try {
            URI page = new URI(asked);
            boolean own = page.getScheme() == null
                    && page.getRawAuthority() == null
                    && page.getRawFragment() == null
                    && page.getRawPath() != null
                    && page.getRawPath().startsWith("/" + service + "/")
                    && page.normalize().equals(page);
            return own ? asked : null;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
