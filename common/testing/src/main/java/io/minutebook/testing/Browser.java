package io.minutebook.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium for tests of pages, one a process; tests without one are skipped and say so. A module that uses it declares
 * {@code com.microsoft.playwright:playwright} itself. Nothing is downloaded: the browser is the system's ({@code -Dbrowser=/path} names another).
 */
public final class Browser {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Shared<Browser> ONE = new Shared<>(Browser::new);
    private final com.microsoft.playwright.Browser chromium;

    private Browser() {
        Path executable = executable().orElseThrow();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** A fresh profile with English pages in light colours on a desk's screen. */
    public static Visit visit() {
        Assumptions.assumeTrue(
                executable().isPresent(), "no Chromium on this machine: install it, or name one with -Dbrowser=/path");
        return new Visit(
                ONE.get().chromium,
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(1280, 800));
    }

    /** What kind of reader opens the page; ends with {@link #open()}. */
    public static final class Visit {
        private final com.microsoft.playwright.Browser chromium;
        private final com.microsoft.playwright.Browser.NewContextOptions options;

        private Visit(
                com.microsoft.playwright.Browser chromium, com.microsoft.playwright.Browser.NewContextOptions options) {
            this.chromium = chromium;
            this.options = options;
        }

        public Visit inChinese() {
            options.setLocale("zh-CN");
            return this;
        }

        public Visit withoutScripts() {
            options.setJavaScriptEnabled(false);
            return this;
        }

        public Visit inTheDark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        /** On a telephone of the smallest width we promise. */
        public Visit onAPhone() {
            options.setViewportSize(360, 740).setDeviceScaleFactor(2).setHasTouch(true);
            return this;
        }

        /** Signed in by a bearer token; see {@link TestTokens}. */
        public Visit as(String token) {
            options.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
            return this;
        }

        /** The page; closing its context, which try-with-resources on {@link Page#context()} does, ends the visit. */
        public Page open() {
            BrowserContext context = chromium.newContext(options);
            context.setDefaultTimeout(15_000);
            return context.newPage();
        }
    }

    private static Optional<Path> executable() {
        String named = System.getProperty("browser", "");
        List<String> places = named.isBlank() ? PLACES : List.of(named);
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
