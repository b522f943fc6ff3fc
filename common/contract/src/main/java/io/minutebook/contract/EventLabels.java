package io.minutebook.contract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of the contract in Chinese and English, as labels.properties has them. What has no label is shown as it is. */
public final class EventLabels {
    private static final Properties ALL = read();
    private static final EventLabels CHINESE = new EventLabels(".zh");
    private static final EventLabels ENGLISH = new EventLabels(".en");

    private final String ending;

    private EventLabels(String ending) {
        this.ending = ending;
    }

    /** Returns the labels in a reader's language: Chinese for any Chinese, English for everybody else. */
    public static EventLabels in(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** Returns the label of an event by its published name. */
    public String event(String type) {
        return label("event.", type);
    }

    /** Returns the label of a field of any event. */
    public String field(String name) {
        return label("field.", name);
    }

    /** Returns the label of one of the words that a field can hold. */
    public String value(String word) {
        return label("value.", word);
    }

    /** Returns the label of a clock by its name ({@link ClockNames}). */
    public String clock(String name) {
        return label("clock.", name);
    }

    public String status(CaseStatus status) {
        return label("status.", status.name());
    }

    static Properties all() {
        return ALL;
    }

    private String label(String family, String name) {
        return ALL.getProperty(family + name + ending, name);
    }

    private static Properties read() {
        Properties labels = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(EventLabels.class.getResourceAsStream("labels.properties"), "labels.properties"),
                StandardCharsets.UTF_8)) {
            labels.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
