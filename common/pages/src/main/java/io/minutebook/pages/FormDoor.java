package io.minutebook.pages;

import io.minutebook.platform.input.FormFields;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a page's form use the controller that the API uses. The form's key becomes the Idempotency-Key; an answer that it was done becomes a redirect to
 * the page the form stands on (303), which a script follows as well as a browser without one. What is refused is shown by {@link ErrorPage}.
 */
final class FormDoor extends OncePerRequestFilter {
    private static final String KEY = "Idempotency-Key";
    private static final Set<String> HIDDEN = Set.of(FormFields.CSRF, FormFields.KEY);
    private final String service;

    FormDoor(String service) {
        this.service = service;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !HttpMethod.POST.matches(request.getMethod())
                || request.getRequestURI().startsWith("/api/")
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SentForm sent = SentForm.keep(request, service);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new AsCommand(request), answer);
        if (answer.getStatus() / 100 == 2) {
            answer.resetBuffer();
            response.setContentType(null);
            back(sent, request, response);
        } else {
            answer.copyBodyToResponse();
        }
    }

    private void back(SentForm sent, HttpServletRequest request, HttpServletResponse response) {
        String page = sent.page() == null ? "/" + service : sent.page();
        remember(sent, page, request, response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, page);
    }

    /** The page says once that it was recorded. Only who has a session is told; a form never starts one. */
    private static void remember(SentForm sent, String page, HttpServletRequest request, HttpServletResponse response) {
        FlashMapManager manager = RequestContextUtils.getFlashMapManager(request);
        if (manager != null && request.getSession(false) != null) {
            FlashMap once = new FlashMap();
            once.put(Forms.RECORDED, sent.id());
            once.setTargetRequestPath(URI.create(page).getPath());
            manager.saveOutputFlashMap(once, request, response);
        }
    }

    /** The request as the API would have got it, but for its body. */
    private static final class AsCommand extends RequestWithParameters {
        private final @Nullable String key;

        AsCommand(HttpServletRequest request) {
            super(request, withoutHidden(request));
            String given = request.getParameter(FormFields.KEY);
            key = given == null || given.isEmpty() ? null : given;
        }

        private static Map<String, String[]> withoutHidden(HttpServletRequest request) {
            Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
            parameters.keySet().removeAll(HIDDEN);
            return parameters;
        }

        @Override
        public @Nullable String getHeader(String name) {
            if (KEY.equalsIgnoreCase(name)) {
                return key;
            }
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? MediaType.ALL_VALUE : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            String own = getHeader(name);
            if (KEY.equalsIgnoreCase(name) || HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
                return Collections.enumeration(own == null ? List.of() : List.of(own));
            }
            return super.getHeaders(name);
        }
    }
}
