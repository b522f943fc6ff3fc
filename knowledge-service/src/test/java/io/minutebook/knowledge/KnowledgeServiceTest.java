package io.minutebook.knowledge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.contract.Topics;
import io.minutebook.testing.ApiGolden;
import io.minutebook.testing.PublishedSchemas;
import io.minutebook.testing.Stand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole service on real PostgreSQL and real Kafka, through its addresses. */
class KnowledgeServiceTest {
    private static final String ARTICLES = "/api/knowledge/articles";
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static @Nullable String database;
    private static @Nullable Running service;

    @BeforeAll
    static void start() {
        database = Stand.postgres().freshDatabase("knowledge");
        service = Running.on(database);
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @Test
    void an_article_is_found_within_a_second_of_its_publication_and_not_before() {
        String id = drafted("电视机花屏处理", "电视机花屏时，先拔插高清线，再恢复出厂设置。", "zh-CN");
        assertThat(service().search("电视机花屏怎么处理").findValuesAsString("articleId"))
                .doesNotContain(id);

        assertThat(service()
                        .post(ARTICLES + "/" + id + "/publish", "{}", "editor")
                        .status())
                .isEqualTo(204);

        await().atMost(FRESH)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(service().search("电视机花屏怎么处理").findValuesAsString("articleId"))
                        .contains(id));
        assertThat(service().search("电视机花屏怎么处理").get(0).get("passage").asString())
                .contains("拔插高清线");
    }

    @Test
    void a_revised_article_is_found_as_it_is_now_and_a_retired_one_no_more() {
        String id = published("Scanner calibration", "Place the calibration sheet on the glass.", "en");

        assertThat(service()
                        .put(
                                ARTICLES + "/" + id,
                                body("Scanner calibration", "Hold both knobs until lamps blink.", "en"),
                                "editor")
                        .status())
                .isEqualTo(204);
        await().atMost(SOON)
                .until(() -> service()
                        .search("hold both knobs")
                        .findValuesAsString("articleId")
                        .contains(id));
        assertThat(service()
                        .get(ARTICLES + "/" + id, "auditor")
                        .body()
                        .get("revision")
                        .asInt())
                .isEqualTo(2);

        assertThat(service()
                        .post(ARTICLES + "/" + id + "/retire", "{\"reason\":\"sold out\"}", "editor")
                        .status())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> service().search("hold both knobs").isEmpty());
        assertThat(service()
                        .get(ARTICLES + "/" + id, "auditor")
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("retired");
    }

    @Test
    void the_index_is_built_anew_from_the_log_by_every_instance() {
        String id = published("Humidifier leaks", "Tighten the humidifier tank and dry the float.", "en");
        await().atMost(SOON)
                .until(() -> service()
                        .search("humidifier float")
                        .findValuesAsString("articleId")
                        .contains(id));

        try (Running second = Running.on(requireNonNull(database))) {
            assertThat(second.search("humidifier float").findValuesAsString("articleId"))
                    .contains(id);
        }
    }

    @Test
    void everything_is_published_as_its_schema_says_and_a_miss_once_a_day() {
        String id = published("Kettle", "Descale the kettle with vinegar.", "en");
        String nothing = "xylophon" + UUID.randomUUID().toString().replace("-", "");
        assertThat(service().search(nothing)).isEmpty();
        assertThat(service().search("  " + nothing + " ")).isEmpty();

        await().atMost(SOON).untilAsserted(() -> {
            List<ConsumerRecord<String, String>> records = published();
            assertThat(types(records, id)).containsExactly("ArticleDrafted", "ArticlePublished");
            assertThat(records.stream().filter(record -> record.value().contains(nothing)))
                    .hasSize(1)
                    .allSatisfy(record -> assertThat(header(record, "ce_type")).isEqualTo("KnowledgeMissed"));
        });
        assertThat(published())
                .allSatisfy(record -> assertThat(PublishedSchemas.faults(header(record, "ce_type"), record.value()))
                        .isEmpty());
    }

    @Test
    void what_is_wrong_is_named_and_what_is_missing_not_found() {
        assertThat(service()
                        .post(ARTICLES, "{\"title\":\" \",\"body\":\"b\",\"language\":\"中文\",\"colour\":1}", "editor"))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.body().get("errors").findValuesAsString("field"))
                            .contains("title", "language", "colour");
                });
        assertThat(service().get("/api/knowledge/search?q=", "agent").status()).isEqualTo(400);
        assertThat(service().get("/api/knowledge/search", "agent").status()).isEqualTo(400);
        assertThat(service().get("/api/knowledge/search?q=a&limit=0", "agent").status())
                .isEqualTo(400);
        assertThat(service()
                        .get("/api/knowledge/search?q=a&limit=many", "agent")
                        .status())
                .isEqualTo(400);
        assertThat(service().get(ARTICLES + "/" + UUID.randomUUID(), "agent").status())
                .isEqualTo(404);
        assertThat(service()
                        .post(ARTICLES + "/" + UUID.randomUUID() + "/publish", "{}", "editor")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_rule_s_refusal_has_its_code() {
        String id = published("Toaster", "Empty the crumb tray.", "en");

        Running.Answer again = service().post(ARTICLES + "/" + id + "/publish", "{}", "editor");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("code").asString()).isEqualTo("article-already-published");
    }

    @Test
    void only_editors_publish_and_nobody_without_a_token_searches() {
        String id = drafted("Lamp", "Change the bulb.", "en");

        assertThat(service()
                        .post(ARTICLES + "/" + id + "/publish", "{}", "agent")
                        .status())
                .isEqualTo(403);
        assertThat(service().get("/api/knowledge/search?q=lamp").status()).isEqualTo(401);
    }

    @Test
    void the_api_document_and_the_access_table_are_as_recorded() {
        ApiGolden.openApi(service().get("/api/knowledge/openapi.json").body().toString());
        ApiGolden.access(service().accessTable().rows().stream()
                .map(row -> new ApiGolden.Row(row.method().name(), row.path(), row.who()))
                .toList());
    }

    private static String published(String title, String text, String language) {
        String id = drafted(title, text, language);
        assertThat(service()
                        .post(ARTICLES + "/" + id + "/publish", "{}", "editor")
                        .status())
                .isEqualTo(204);
        return id;
    }

    private static String drafted(String title, String text, String language) {
        Running.Answer answer = service().post(ARTICLES, body(title, text, language), "editor");
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().get("articleId").asString();
    }

    private static String body(String title, String text, String language) {
        return "{\"title\":\"%s\",\"body\":\"%s\",\"language\":\"%s\"}".formatted(title, text, language);
    }

    private static List<String> types(List<ConsumerRecord<String, String>> records, String subject) {
        return records.stream()
                .filter(record -> subject.equals(record.key()))
                .map(record -> header(record, "ce_type"))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(
                requireNonNull(record.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, String>> published() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Stand.kafka().bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.KNOWLEDGE_ARTICLES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Running service() {
        return requireNonNull(service);
    }
}
