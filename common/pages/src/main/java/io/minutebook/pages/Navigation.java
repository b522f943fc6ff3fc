package io.minutebook.pages;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The pages of the suite's services that the header leads to, the same in each of them. */
@ConfigurationProperties("minutebook")
record Navigation(
        @DefaultValue List<Entry> navigation,
        @DefaultValue("/") String home) {
    /** The message key of a page's name, and its address at the origin. */
    record Entry(String key, String path) {}
}
