package io.minutebook.pages;

import io.minutebook.platform.input.FormFields;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/**
 * Shows the page that a refused form stands on, once more and with the status of the refusal. Its controller sees a reading request for the page, and
 * the access table is asked again; the form itself shows what was typed and what is wrong with it, through {@link Forms}.
 */
final class PageAgain implements View {
    /** Marks for the page's script that this refusal is about its form, so that it may be shown there. */
    static final String SHOWN = "X-Form";

    private final String id;
    private final String page;
    private final int status;

    PageAgain(String id, String page, int status) {
        this.id = id;
        this.page = page;
        this.status = status;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HttpServletResponse answer = unbuffered(response);
        answer.setStatus(status);
        answer.setHeader(SHOWN, UriUtils.encode(id, StandardCharsets.UTF_8));
        request.getRequestDispatcher(page).forward(new Reading(request, page), answer);
    }

    /** The container ends a response at the end of a forward; what {@link FormDoor} buffers until later would be lost. */
    private static HttpServletResponse unbuffered(HttpServletResponse response) {
        ContentCachingResponseWrapper buffer =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        return buffer == null ? response : (HttpServletResponse) buffer.getResponse();
    }

    /** A request for the page, with its own parameters and of the form's only the language. */
    private static final class Reading extends RequestWithParameters {
        Reading(HttpServletRequest request, String page) {
            super(request, parameters(request, page));
        }

        private static Map<String, String[]> parameters(HttpServletRequest request, String page) {
            Map<String, String[]> parameters = new LinkedHashMap<>();
            UriComponentsBuilder.fromUriString(page).build().getQueryParams().forEach((name, values) -> {
                List<String> decoded = values.stream()
                        .map(value -> value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8))
                        .toList();
                parameters.put(UriUtils.decode(name, StandardCharsets.UTF_8), decoded.toArray(String[]::new));
            });
            String language = request.getParameter(FormFields.LANGUAGE);
            if (language != null) {
                parameters.put(FormFields.LANGUAGE, new String[] {language});
            }
            return parameters;
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? MediaType.TEXT_HTML_VALUE : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                    ? Collections.enumeration(List.of(MediaType.TEXT_HTML_VALUE))
                    : super.getHeaders(name);
        }
    }
}
