package io.minutebook.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpInputMessage;

/** A form becomes the record that JSON would have become, or is refused field by field. */
class FormBodyTest {
    enum Kind {
        CALL,
        VISIT
    }

    record Line(
            @Text(max = 20) String what,
            BigDecimal price,
            @Nullable Boolean spare) {}

    record Order(
            @Text(max = 10) String text,
            Kind kind,
            @Min(0) @Max(10) int count,
            boolean paid,
            @Nullable Boolean urgent,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable UUID reference,
            @Nullable Line first,
            @Size(max = 3) List<@Text(max = 5) String> steps,
            List<Line> lines,
            Map<String, String> more) {}

    record Deep(@Nullable Deep d, List<List<String>> grid) {}

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final String GOOD = "text=a&kind=CALL&count=1&paid=true";
    private final StrictBodyConverter converter = new StrictBodyConverter(VALIDATOR);

    @Test
    void every_type_of_component_is_read_from_its_text() {
        Order order = order("text=" + encoded("é & \r\n中") + "&kind=VISIT&count=+7+&paid=false&paid=true&urgent=on"
                + "&at=2026-03-01T09:30:00%2B08:00&day=2026-03-01&reference=0199f2a0-0000-7000-8000-000000000000"
                + "&first.what=fan&first.price=12.50&steps=one&steps=two&more.colour=red"
                + "&lines[0].what=belt&lines[0].price=3&lines[0].spare=false&lines[1].what=oil&lines[1].price=4.1");

        assertThat(order)
                .isEqualTo(new Order(
                        "é & \n中",
                        Kind.VISIT,
                        7,
                        true,
                        true,
                        Instant.parse("2026-03-01T01:30:00Z"),
                        LocalDate.of(2026, 3, 1),
                        UUID.fromString("0199f2a0-0000-7000-8000-000000000000"),
                        new Line("fan", new BigDecimal("12.50"), null),
                        List.of("one", "two"),
                        List.of(
                                new Line("belt", new BigDecimal("3"), false),
                                new Line("oil", new BigDecimal("4.1"), null)),
                        Map.of("colour", "red")));
    }

    @Test
    void an_empty_field_is_an_absent_one() {
        assertThat(order(GOOD + "&urgent=&at=&first.what=&first.price=&steps=&lines[0].what=&more.a="))
                .isEqualTo(order(GOOD));
        assertThat(faults("text=&kind=&count=&paid=").keySet())
                .containsExactlyInAnyOrder("text", "kind", "count", "paid");
    }

    @Test
    void the_fields_of_the_form_itself_belong_to_no_record() {
        assertThat(order(GOOD + "&_csrf=x&_key=y&_page=/p&_form=f&_zone=&lang=zh"))
                .isEqualTo(order(GOOD));
        assertThat(faults(GOOD + "&_other=x")).containsOnlyKeys("_other");
    }

    @Test
    void a_time_without_offset_is_meant_in_the_zone_the_form_names() {
        assertThat(order(GOOD + "&at=2026-03-01T09:30&_zone=Asia/Shanghai").at())
                .isEqualTo(Instant.parse("2026-03-01T01:30:00Z"));
        assertThat(order(GOOD + "&at=2026-03-01T09:30:05Z&_zone=Asia/Shanghai").at())
                .isEqualTo(Instant.parse("2026-03-01T09:30:05Z"));
        assertThat(faults(GOOD + "&at=2026-03-01T09:30")).containsOnlyKeys("at");
        assertThat(faults(GOOD + "&at=yesterday&_zone=Asia/Shanghai")).containsOnlyKeys("at");
        assertThat(faults(GOOD + "&_zone=Nowhere")).containsOnlyKeys("_zone");
    }

    @Test
    void faults_are_those_of_json_and_named_by_field() {
        assertThat(faults("text=" + "x".repeat(11) + "&kind=PHONE&count=11&paid=maybe&first.what=fan&unknown=1"
                        + "&lines[2].what=belt&lines[4].price=cheap&lines[4].what=" + "y".repeat(21)))
                .isEqualTo(Map.of(
                        "text", "must not be longer than 10 characters",
                        "kind", "must be one of CALL, VISIT",
                        "count", "must be less than or equal to 10",
                        "paid", "must be true or false",
                        "first.price", "is required",
                        "unknown", "is not known here",
                        "lines[2].price", "is required",
                        "lines[4].price", "must be a number",
                        "lines[4].what", "must not be longer than 20 characters"));
        assertThat(faults(GOOD + "&count=")).isEmpty();
        assertThat(faults("text=a&kind=CALL&count=1.0&paid=true")).containsOnlyKeys("count");
        assertThat(faults(GOOD + "&steps[0]=longer&steps[3]=longer")).containsOnlyKeys("steps[0]", "steps[3]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            &text=b                         | text
            &kind=CALL                      | kind
            &urgent=true&urgent=true        | urgent
            &urgent=true&urgent=false       | urgent
            &steps=a&steps[0]=b             | steps
            &first=x&first.what=fan         | first
            &first[0]=x                     | first
            &lines.what=x                   | lines
            &text[0]=b                      | text
            """)
    void a_field_is_given_once_and_in_one_way(String more, String field) {
        assertThat(faults(GOOD + more)).containsKey(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "steps[999999999]",
                "steps[1000]",
                "steps[99999999999999999999]",
                "steps[-1]",
                "steps[]",
                "steps[a]",
                "steps[0",
                "[0]",
                ".text",
                "text.",
                "lines[0]what",
                "first..what",
                "]"
            })
    void a_name_that_is_none_is_refused(String name) {
        assertThat(faults(GOOD + "&" + encoded(name) + "=1")).containsOnlyKeys(name);
    }

    @Test
    void a_form_has_its_bounds() {
        assertThat(faults(IntStream.rangeClosed(0, 1000)
                        .mapToObj(i -> "f" + i + "=1")
                        .collect(Collectors.joining("&"))))
                .isEqualTo(Map.of("body", "must not have more than 1000 fields"));
        assertThat(faults("steps=1&".repeat(1001))).containsOnlyKeys("body");
        String deep = "d" + ".d".repeat(16);
        assertThat(refused(Deep.class, deep + "=1")).containsEntry(deep, "is nested too deep");
        String indices = "grid" + "[999]".repeat(16);
        assertThat(refused(Deep.class, encoded(indices) + "=1")).containsEntry(indices, "is nested too deep");
    }

    @Test
    void the_largest_index_costs_nothing() throws IOException {
        Deep read = (Deep) converter.read(Deep.class, null, message("grid[999][999]=x&grid[998][0]=y"));
        assertThat(read.grid()).containsExactly(List.of("y"), List.of("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%", "text=%zz", "%f=1"})
    void what_no_browser_sends_is_refused(String body) {
        assertThat(faults(body)).containsOnlyKeys("body");
    }

    @Test
    void what_cannot_be_kept_is_refused() {
        assertThat(faults(GOOD + "&more.a=%00")).containsOnlyKeys("more.a");
        assertThatExceptionOfType(BodyTooLarge.class).isThrownBy(() -> order("text=" + "x".repeat(1 << 20)));
    }

    @Test
    void only_records_are_read_from_forms() {
        assertThat(converter.canRead(Order.class, MediaType.APPLICATION_FORM_URLENCODED))
                .isTrue();
        assertThat(converter.canRead(Map.class, MediaType.APPLICATION_FORM_URLENCODED))
                .isFalse();
        assertThat(converter.canRead(Order.class, MediaType.MULTIPART_FORM_DATA))
                .isFalse();
    }

    private Order order(String form) {
        try {
            return (Order) converter.read(Order.class, null, message(form));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> faults(String form) {
        return refused(Order.class, form);
    }

    private Map<String, String> refused(Class<?> type, String form) {
        @Nullable
        InvalidRequest refused =
                catchThrowableOfType(InvalidRequest.class, () -> converter.read(type, null, message(form)));
        return refused == null
                ? Map.of()
                : refused.faults().stream()
                        .collect(Collectors.toMap(FieldFault::field, FieldFault::message, (a, b) -> a));
    }

    private static MockHttpInputMessage message(String form) {
        String body = Arrays.stream(form.split("&"))
                .map(pair -> pair.replace("[", "%5B").replace("]", "%5D"))
                .collect(Collectors.joining("&"));
        MockHttpInputMessage message = new MockHttpInputMessage(body.getBytes(StandardCharsets.UTF_8));
        message.getHeaders().setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return message;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
