package io.minutebook.pages;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The shell around pages: languages, themes, navigation, assets. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(Navigation.class)
public class PagesConfiguration {
    private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    @Bean
    LanguageResolver localeResolver() {
        return new LanguageResolver();
    }

    @Bean
    PageShellInterceptor pageShellInterceptor(
            Environment settings, Navigation navigation, LanguageResolver languageResolver, MessageSource messages) {
        return new PageShellInterceptor(
                settings.getRequiredProperty("minutebook.service"), navigation, languageResolver, messages);
    }

    /** Before the filter that looks for an Idempotency-Key, after the one that names assets in what is shown, and after those that know who asks. */
    @Bean
    FilterRegistrationBean<FormDoor> formDoor(Environment settings) {
        FilterRegistrationBean<FormDoor> filter =
                new FilterRegistrationBean<>(new FormDoor(settings.getRequiredProperty("minutebook.service")));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 200);
        return filter;
    }

    @Bean
    ErrorPage errorPage(PageShellInterceptor pageShellInterceptor, Navigation navigation) {
        return new ErrorPage(pageShellInterceptor, navigation.home());
    }

    @Bean
    ShellPages shellPages(Navigation navigation) {
        return new ShellPages(navigation.home());
    }

    @Bean
    TimeFormats minutes() {
        return new TimeFormats();
    }

    /** Lets addresses of assets in templates carry a fingerprint of their content; only pages have any. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> fingerprints(Environment settings) {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 300);
        filter.addUrlPatterns("/" + settings.getRequiredProperty("minutebook.service") + "/*", "/error");
        return filter;
    }

    @Bean
    WebMvcConfigurer shell(
            Environment settings, PageShellInterceptor pageShellInterceptor, LanguageResolver languageResolver) {
        String service = settings.getRequiredProperty("minutebook.service");
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(languageResolver);
                registry.addInterceptor(pageShellInterceptor);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/" + service + "/assets/**")
                        .addResourceLocations("classpath:/assets/platform/", "classpath:/assets/" + service + "/", HTMX)
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }
}
