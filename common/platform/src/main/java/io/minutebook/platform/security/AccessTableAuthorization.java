package io.minutebook.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request pass when a row of the access table lets it pass, and remembers the row for {@link SiteAccess}. */
final class AccessTableAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);
    private final AccessTable table;

    AccessTableAuthorization(AccessTable table) {
        this.table = table;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<AccessTable.Row> row = row(HttpMethod.valueOf(request.getMethod()), request);
        if (row.isEmpty()) {
            return NO;
        }
        request.setAttribute(SiteAccess.ROW, row.get());
        return new AuthorizationDecision(row.get().open() || holdsOneOf(row.get(), authentication.get()));
    }

    Optional<AccessTable.Row> row(HttpMethod method, HttpServletRequest request) {
        return table.find(method, path(request));
    }

    /** The methods somebody listed for the address of this request. */
    Set<HttpMethod> methods(HttpServletRequest request) {
        return table.methods(path(request));
    }

    private static boolean holdsOneOf(AccessTable.Row row, Authentication authentication) {
        return authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> authority instanceof RoleGrant roleGrant
                                && row.roles().contains(roleGrant.role()));
    }

    private static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }
}
