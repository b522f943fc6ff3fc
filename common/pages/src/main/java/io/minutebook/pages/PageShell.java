package io.minutebook.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: who reads it, in which language and light, and where else they can go. In templates: {@code shell}.
 *
 * @param language {@code zh-CN} or {@code en}
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param path this page's own address with its query, without a language
 * @param person who is signed in
 */
public record PageShell(
        String service,
        String language,
        String theme,
        String path,
        List<Place> places,
        @Nullable String person,
        List<String> roles) {
    /** A page of some service that the navigation leads to. */
    public record Place(String key, String path, boolean here) {}

    /** The address of one of the shell's or the service's own assets. */
    public String asset(String name) {
        return "/" + service + "/assets/" + name;
    }

    public boolean chinese() {
        return language.startsWith("zh");
    }

    /** This page in the other language. */
    public String otherLanguage() {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + (chinese() ? "en" : "zh");
    }

    public String signOut() {
        return "/" + service + "/logout";
    }
}
