package io.minutebook.knowledge.view.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index of this instance. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    ArticleIndex articleIndex() {
        return new ArticleIndex();
    }
}
