package io.minutebook.platform.security;

import io.minutebook.platform.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two doors: bearer tokens for the API, sign-in with a session for pages; behind both, the access table. Pages can be read with a bearer token, too,
 * but whatever is sent to a page's address needs the token of its session against forged requests.
 */
@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, OAuth2ClientAutoConfiguration.class})
@EnableConfigurationProperties(PeopleSettings.class)
public class SecurityConfiguration {
    private static final DispatcherType[] INNER = {DispatcherType.ASYNC, DispatcherType.ERROR};

    @Bean
    AccessTable accessTable() {
        return new AccessTable();
    }

    /** Fills the access table when all controllers are there; the filter chains, which are built before them, hold only the table. */
    @Bean
    SmartInitializingSingleton accessRows(
            AccessTable table, ObjectProvider<RequestMappingHandlerMapping> mappings, Environment settings) {
        String service = settings.getRequiredProperty("minutebook.service");
        return () -> {
            Map<RequestMappingInfo, HandlerMethod> handlers = new HashMap<>();
            mappings.forEach(mapping -> handlers.putAll(mapping.getHandlerMethods()));
            List<AccessTable.Row> everywhere = PlatformRows.of(service);
            table.fill(HandlerRows.of(service, handlers, everywhere), everywhere);
        };
    }

    @Bean
    SiteAccess siteAccess() {
        return new SiteAccess();
    }

    @Bean
    AccessTableAuthorization byTable(AccessTable table) {
        return new AccessTableAuthorization(table);
    }

    @Bean
    ApiSecurityErrors doorman(AccessTableAuthorization table, ProblemWriter writer) {
        return new ApiSecurityErrors(table, writer);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(Environment settings, ObjectProvider<InstantSource> clock) {
        return new CachingJwtDecoder(JwtDecoders.verifier(settings), clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnExpression("!'${minutebook.pages.client-id:}'.isBlank()")
    ClientRegistrationRepository clientRegistrationRepository(Environment settings) {
        return PageSignIn.registrations(settings);
    }

    /** A request is observed once, as a whole: each filter by itself would cost more than all of them do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** The usual rule of what a header may hold, looked at without a regular expression: a token has a thousand characters. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> value.codePoints()
                .noneMatch(character -> Character.isISOControl(character) || !Character.isDefined(character)));
        return firewall;
    }

    /** Without sessions, and with nothing on the way that only a browser needs. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            AccessTableAuthorization table,
            ApiSecurityErrors apiSecurityErrors,
            JwtDecoder tokens,
            PeopleSettings people,
            ProblemWriter writer) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(INNER)
                        .permitAll()
                        .anyRequest()
                        .access(table))
                .addFilterBefore(
                        BearerAuthentication.of(tokens, apiSecurityErrors), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new OnBehalfFilter(people, writer), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(apiSecurityErrors).accessDeniedHandler(apiSecurityErrors))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> anonymous.principal("anonymous"))
                .headers(SecurityHeaders::answers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            AccessTableAuthorization table,
            JwtDecoder tokens,
            Environment settings,
            ObjectProvider<ClientRegistrationRepository> registrations) {
        String base = "/" + settings.getRequiredProperty("minutebook.service");
        ClientRegistrationRepository registered = registrations.getIfAvailable();
        String signIn = base + "/oauth2/authorization/" + PageSignIn.REGISTRATION;
        PageSecurityErrors door = new PageSecurityErrors(table, registered == null ? null : signIn);
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(INNER)
                        .permitAll()
                        .anyRequest()
                        .access(table))
                .addFilterBefore(BearerAuthentication.of(tokens, door), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(door).accessDeniedHandler(door))
                .requestCache(cache -> cache.requestCache(PageSecurityErrors.returnTo()))
                .csrf(csrf -> csrf.ignoringRequestMatchers(open(table)))
                .headers(headers -> SecurityHeaders.pages(
                        headers, settings.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "")))
                .logout(logout -> {
                    logout.logoutUrl(base + "/logout").deleteCookies("MB_" + base.substring(1));
                    if (registered == null) {
                        logout.logoutSuccessUrl(base + "/signed-out");
                    } else {
                        logout.logoutSuccessHandler(signOut(registered, base));
                    }
                });
        if (registered != null) {
            http.oauth2Login(login -> login.clientRegistrationRepository(registered)
                    .loginPage(signIn)
                    .failureUrl(base + "/signed-out?failed")
                    .defaultSuccessUrl(base)
                    .authorizationEndpoint(endpoint -> endpoint.baseUri(base + "/oauth2/authorization"))
                    .redirectionEndpoint(endpoint -> endpoint.baseUri(base + "/login/oauth2/code/*"))
                    .userInfoEndpoint(user -> user.userAuthoritiesMapper(PageSignIn.grants())));
        }
        return http.build();
    }

    private static OidcClientInitiatedLogoutSuccessHandler signOut(
            ClientRegistrationRepository registrations, String base) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + base + "/signed-out");
        handler.setDefaultTargetUrl(base + "/signed-out");
        return handler;
    }

    /** Nobody is signed in on an open address, so there is nothing a forged request could borrow. */
    private static RequestMatcher open(AccessTableAuthorization table) {
        return (HttpServletRequest request) -> table.row(HttpMethod.valueOf(request.getMethod()), request)
                .filter(AccessTable.Row::open)
                .isPresent();
    }
}
