package io.minutebook.pages;

import io.minutebook.platform.input.FieldFault;
import io.minutebook.platform.input.FormFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The forms of the page that is being shown. In templates: {@code forms}. A form whose template asks here knows what was typed into it and what was
 * wrong with it; {@code platform/form.html} writes the fields that every form has.
 */
public final class Forms {
    static final String RECORDED = Forms.class.getName() + ".recorded";

    private final HttpServletRequest request;
    private final MessageSource messages;
    private final Locale locale;

    Forms(HttpServletRequest request, MessageSource messages, Locale locale) {
        this.request = request;
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * Returns the state of one form.
     *
     * @param id of the form element, unique on the page
     * @param words what the keys of the form's texts begin with: {@code <words>.recorded}, {@code <words>.problem.<code>} and {@code
     *     <words>.fault.<field>}; where one is missing, a general text stands in
     */
    public Form of(String id, String words) {
        @Nullable SentForm sent = SentForm.of(request);
        boolean mine = sent != null && sent.id().equals(id);
        @Nullable ProblemDetail problem = mine ? SentForm.problem(request) : null;
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return new Form(
                id,
                words,
                page(),
                // what was refused was not recorded: another try may come with the same key, the same try again too
                problem != null && sent != null ? sent.first(FormFields.KEY, newKey()) : newKey(),
                locale.getLanguage(),
                problem,
                problem != null && sent != null ? sent.fields() : Map.of(),
                flash != null && id.equals(flash.get(RECORDED)));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private String page() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** One form as its page shows it. */
    public final class Form {
        private final String id;
        private final String words;
        private final String page;
        private final String key;
        private final String language;
        private final @Nullable ProblemDetail problem;
        private final Map<String, List<String>> fields;
        private final boolean recorded;
        private final List<String> faulty;

        private Form(
                String id,
                String words,
                String page,
                String key,
                String language,
                @Nullable ProblemDetail problem,
                Map<String, List<String>> fields,
                boolean recorded) {
            this.id = id;
            this.words = words;
            this.page = page;
            this.key = key;
            this.language = language;
            this.problem = problem;
            this.fields = fields;
            this.recorded = recorded;
            this.faulty = faulty(problem);
        }

        public String getId() {
            return id;
        }

        /** The address of the page itself, to come back to. */
        public String getPage() {
            return page;
        }

        /** Makes a form that is sent twice count once. */
        public String getKey() {
            return key;
        }

        public String getLanguage() {
            return language;
        }

        /** Returns whether what was sent last has just been recorded. */
        public boolean isRecorded() {
            return recorded;
        }

        public boolean isRefused() {
            return problem != null;
        }

        /** Returns whether a reader is led to the text about the whole form, because no field is at fault. */
        public boolean isFaultless() {
            return faulty.isEmpty();
        }

        /** Returns what was typed into a field; null where nothing was. */
        public @Nullable String value(String field) {
            List<String> typed = fields.getOrDefault(field, List.of());
            return typed.isEmpty() ? null : typed.getLast();
        }

        /** Returns whether this choice of a field was made. */
        public boolean chosen(String field, String value) {
            return fields.getOrDefault(field, List.of()).contains(value);
        }

        public boolean faulty(String field) {
            return faulty.contains(field);
        }

        /** Returns whether this is the first field that is at fault. */
        public boolean first(String field) {
            return !faulty.isEmpty() && faulty.getFirst().equals(field);
        }

        /** For {@code aria-invalid}: {@code true}, or null, which leaves the attribute out. */
        public @Nullable String invalid(String field) {
            return faulty(field) ? "true" : null;
        }

        /** For {@code aria-describedby}: the id of the text about the field's fault, or null, which leaves the attribute out. */
        public @Nullable String describedBy(String field) {
            return faulty(field) ? faultId(field) : null;
        }

        public String faultId(String field) {
            return id + "-" + field + "-fault";
        }

        /** Returns what is wrong with a field, in the reader's language. */
        public String fault(String field) {
            return text(words + ".fault." + field.replaceAll("\\[\\d+]", ""), "form.fault");
        }

        /** Returns why the form was refused, in the reader's language. */
        public String getProblem() {
            if (problem == null) {
                return "";
            }
            Object code = problem.getProperties() == null
                    ? null
                    : problem.getProperties().get("code");
            return text(
                    words + ".problem." + code,
                    "form.problem." + code,
                    problem.getStatus() >= 500 ? "form.problem.unavailable" : "form.problem");
        }

        /** Returns that it was recorded, in the reader's language. */
        public String getDone() {
            return text(words + ".recorded", "form.recorded");
        }

        private String text(String... keys) {
            return messages.getMessage(new DefaultMessageSourceResolvable(keys), locale);
        }

        private static List<String> faulty(@Nullable ProblemDetail problem) {
            Map<String, Object> properties = problem == null ? null : problem.getProperties();
            Object errors = properties == null ? null : properties.get("errors");
            List<String> faulty = new ArrayList<>();
            if (errors instanceof List<?> list) {
                for (Object error : list) {
                    if (error instanceof FieldFault fault) {
                        faulty.add(fault.field());
                    }
                }
            }
            return faulty.stream().distinct().toList();
        }
    }
}
