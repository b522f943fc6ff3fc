package io.minutebook.platform.input;

import java.util.Set;

/** The fields of a page's form that say something about the form itself. All others belong to the request record. */
public final class FormFields {
    /** The token against forged requests; Spring Security reads it. */
    public static final String CSRF = "_csrf";
    /** What the API takes as the header Idempotency-Key. */
    public static final String KEY = "_key";
    /** The address of the page the form stands on, with its query. */
    public static final String PAGE = "_page";
    /** The id of the form element, which tells the forms of a page apart. */
    public static final String FORM = "_form";
    /** The time zone that times without an offset are meant in, such as Asia/Shanghai. */
    public static final String ZONE = "_zone";
    /** The language of the page, as in an address. */
    public static final String LANGUAGE = "lang";

    public static final Set<String> OF_THE_FORM = Set.of(CSRF, KEY, PAGE, FORM, ZONE, LANGUAGE);

    private FormFields() {}
}
