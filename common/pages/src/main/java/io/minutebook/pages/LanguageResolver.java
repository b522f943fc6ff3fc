package io.minutebook.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Chinese or English: as the address says ({@code lang}), else as chosen before, else as the browser asks. The API speaks English. */
final class LanguageResolver implements LocaleResolver, HandlerInterceptor {
    private static final String COOKIE = "MB_lang";
    private static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return Locale.ENGLISH;
        }
        Locale said = of(request.getParameter(PARAMETER));
        Locale chosen = said == null ? of(cookie(request)) : said;
        if (chosen != null) {
            return chosen;
        }
        boolean chinese = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals("zh");
        return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a reader chooses by the address");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Locale said = of(request.getParameter(PARAMETER));
        if (said != null && !request.getRequestURI().startsWith("/api/")) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, said.getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        return true;
    }

    private static @Nullable Locale of(@Nullable String word) {
        if ("zh".equals(word)) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return "en".equals(word) ? Locale.ENGLISH : null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
