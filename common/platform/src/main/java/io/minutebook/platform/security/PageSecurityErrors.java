package io.minutebook.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Sends people who are not signed in to the sign-in page, and what a page fetches behind their back to a plain 401. */
final class PageSecurityErrors implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AccessTableAuthorization table;
    private final @Nullable String signIn;

    PageSecurityErrors(AccessTableAuthorization table, @Nullable String signIn) {
        this.table = table;
        this.signIn = signIn;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (signIn != null && asksForAPage(request)) {
            response.sendRedirect(signIn);
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
        }
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        response.sendError(
                table.methods(request).isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
    }

    /** Only pages are worth returning to after signing in; not fragments, event streams or pictures. */
    static RequestCache returnTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PageSecurityErrors::asksForAPage);
        return cache;
    }

    private static boolean asksForAPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && (accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains("*/*"));
    }
}
