package io.minutebook.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every sentence the command line says, in English or Chinese as the user's locale has it. */
public final class Texts {
    static final String BUNDLE = "io.minutebook.cli.texts";

    private Texts() {}

    public static String text(String key, Object... values) {
        Locale locale = Locale.getDefault();
        return new MessageFormat(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale).format(values);
    }
}
