package io.minutebook.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the shell around every page that a controller answers with, and gives its forms what was typed and refused. */
final class PageShellInterceptor implements HandlerInterceptor {
    private static final List<String> THEMES = List.of("light", "dark");
    private final String service;
    private final List<Navigation.Entry> navigation;
    private final LanguageResolver languageResolver;
    private final MessageSource messages;

    PageShellInterceptor(
            String service, Navigation navigation, LanguageResolver languageResolver, MessageSource messages) {
        this.service = service;
        this.navigation = navigation.navigation();
        this.languageResolver = languageResolver;
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("shell", around(request));
            page.addObject("forms", new Forms(request, messages, languageResolver.resolveLocale(request)));
        }
    }

    PageShell around(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String path = path(request);
        return new PageShell(
                service,
                languageResolver.resolveLocale(request).toLanguageTag(),
                theme(request),
                path,
                navigation.stream()
                        .map(entry -> new PageShell.Place(entry.key(), entry.path(), path.startsWith(entry.path())))
                        .toList(),
                name(caller),
                roles(caller));
    }

    private static @Nullable String name(@Nullable Authentication caller) {
        return caller == null || caller instanceof AnonymousAuthenticationToken ? null : caller.getName();
    }

    private static List<String> roles(@Nullable Authentication caller) {
        if (caller == null) {
            return List.of();
        }
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority ->
                        authority != null && authority.startsWith("ROLE_") && !authority.equals("ROLE_ANONYMOUS"))
                .map(authority -> String.valueOf(authority).substring("ROLE_".length()))
                .sorted()
                .toList();
    }

    /** Returns the address that was asked for, also where the container shows an error page instead of it. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        UriComponentsBuilder own = UriComponentsBuilder.fromPath(
                        failed == null ? request.getRequestURI() : failed.toString())
                .query(request.getQueryString());
        return own.replaceQueryParam("lang").build().toUriString();
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? "auto"
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals("MB_theme"))
                        .map(Cookie::getValue)
                        .filter(THEMES::contains)
                        .findFirst()
                        .orElse("auto");
    }
}
