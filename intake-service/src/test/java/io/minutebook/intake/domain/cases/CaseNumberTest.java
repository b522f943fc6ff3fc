package io.minutebook.intake.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void it_names_the_day_at_the_site() {
        Instant evening = Instant.parse("2026-11-21T16:30:00Z");
        assertThat(CaseNumber.of(evening, SHANGHAI, 42).text()).startsWith("261122-00042-");
        assertThat(CaseNumber.of(evening, ZoneId.of("Europe/Rome"), 42).text()).startsWith("261121-00042-");
    }

    @Test
    void it_grows_where_five_digits_do_not_do() {
        String number = CaseNumber.of(Instant.EPOCH, SHANGHAI, 1_234_567).text();
        assertThat(number).startsWith("700101-1234567-");
        assertThat(CaseNumber.valid(number)).isTrue();
    }

    @Test
    void every_wrong_digit_and_every_swap_of_neighbours_is_found() {
        String number = CaseNumber.of(Instant.parse("2026-11-22T04:00:00Z"), SHANGHAI, 40_817)
                .text();
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String slip = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(CaseNumber.valid(slip)).as(slip).isEqualTo(slip.equals(number));
            }
            if (i > 0) {
                String swap =
                        number.substring(0, i - 1) + number.charAt(i) + number.charAt(i - 1) + number.substring(i + 1);
                assertThat(CaseNumber.valid(swap)).as(swap).isEqualTo(swap.equals(number));
            }
        }
    }

    @Test
    void what_is_no_number_is_none() {
        assertThat(CaseNumber.valid("")).isFalse();
        assertThat(CaseNumber.valid("261122-0042-7")).isFalse();
        assertThatThrownBy(() -> new CaseNumber("261122-00042-x")).isInstanceOf(IllegalArgumentException.class);
    }
}
