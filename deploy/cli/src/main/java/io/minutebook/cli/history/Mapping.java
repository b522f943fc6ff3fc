package io.minutebook.cli.history;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How another system's rows become history: which column says what.
 *
 * @param source the name the rows' identity begins with; null takes the file's name
 * @param activity the columns that make the activity, joined with "/"
 * @param order what orders a case's rows where time does not
 * @param fields our optional words (resource, group, ...) to columns
 * @param empty values that mean nothing
 * @param attributes columns to keep under their own name; null keeps every column that no other key names as a whole
 * @param steps their activities to our steps
 */
record Mapping(
        Format format,
        @Nullable String source,
        char separator,
        Charset encoding,
        String caseKey,
        List<String> activity,
        SourceTime time,
        List<String> order,
        Map<Field, String> fields,
        Set<String> empty,
        @Nullable List<String> attributes,
        Map<String, String> steps) {

    enum Format {
        CSV,
        XES
    }

    /** Our optional words for a row, as the mapping spells them. */
    enum Field {
        RESOURCE("resource"),
        GROUP("group"),
        LEVEL("level"),
        PRIORITY("priority"),
        SITE("site"),
        PRODUCT("product");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
