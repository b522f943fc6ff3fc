package io.minutebook.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class TimeFormatsTest {
    private static final Instant AT = Instant.parse("2026-03-01T01:05:59.999Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final TimeFormats timeFormats = new TimeFormats();

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void times_are_read_in_the_site_s_zone_and_cut_to_the_minute() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(timeFormats.full(AT, SHANGHAI)).isEqualTo("2026-03-01 09:05");
        assertThat(timeFormats.spoken(AT, SHANGHAI)).isEqualTo("2026年3月1日 9点05分");
        assertThat(timeFormats.date(AT, SHANGHAI)).isEqualTo("2026年3月1日 星期日");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(timeFormats.spoken(AT, ZoneId.of("Europe/Berlin"))).isEqualTo("1 March 2026, 02:05");
        assertThat(timeFormats.clock(null, SHANGHAI)).isEqualTo("—");
    }

    @Test
    void durations_are_as_fine_as_their_length_deserves() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(timeFormats.lasting(Duration.ofSeconds(29))).isEqualTo("29 s");
        assertThat(timeFormats.lasting(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
        assertThat(timeFormats.lasting(Duration.ofMinutes(30))).isEqualTo("30 min");
        assertThat(timeFormats.lasting(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
        assertThat(timeFormats.lasting(Duration.ofHours(24))).isEqualTo("24 h");
        assertThat(timeFormats.lasting(Duration.ofHours(76))).isEqualTo("3 d 4 h");
        assertThat(timeFormats.lasting(Duration.ofMinutes(-3))).isEqualTo("−3 min");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(timeFormats.lasting(Duration.ofMinutes(125))).isEqualTo("2小时05分");
    }
}
