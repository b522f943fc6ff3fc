package io.minutebook.intake.domain;

import java.util.Locale;

/** The way a customer came in. All ways lead to the same kind of case. */
public enum Channel {
    PHONE,
    CHAT,
    WEB,
    EMAIL,
    SMS,
    ON_SITE,
    OTHER;

    /** The word policies and other services know it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
