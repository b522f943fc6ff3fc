package io.minutebook.platform.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure of a request with problem details, or with a page where there are pages. */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
public class ProblemConfiguration {
    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
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
