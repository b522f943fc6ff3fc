package io.minutebook.platform.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Reports every failure of a request with problem details, or with a page where there are pages. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
public class ProblemConfiguration {
    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    /** After the filter that sets the encoding, before everything that asks for a parameter. */
    @Bean
    FilterRegistrationBean<ReadableParameters> readableParameters(ProblemWriter writer) {
        FilterRegistrationBean<ReadableParameters> filter =
                new FilterRegistrationBean<>(new ReadableParameters(writer));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    ProblemResponses answers(ObjectProvider<ProblemView> view) {
        return new ProblemResponses(view.getIfAvailable());
    }

    @Bean
    ProblemAdvice refusals(ProblemResponses problemResponses) {
        return new ProblemAdvice(problemResponses);
    }

    @Bean
    ContainerErrorController errorAddress(ProblemResponses problemResponses) {
        return new ContainerErrorController(problemResponses);
    }
}
