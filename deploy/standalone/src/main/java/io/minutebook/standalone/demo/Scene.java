package io.minutebook.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One call or case while it is played: who calls from where about what, and the ids the suite gave it. */
final class Scene {
    private static final List<String> SITES = List.of("shanghai", "chengdu", "shenzhen", "singapore");

    private final PublicApi api;
    private final Clock clock;
    private final Library library;
    private final Story story;
    private final int number;
    private final String site;
    private final boolean english;
    private final Trouble trouble;
    private String callId = "";
    private String caseId = "";
    private String caseNumber = "";
    private String promiseId = "";

    /** Who works on it behind the first line. */
    private String behind = "engineer-03";

    Scene(PublicApi api, Clock clock, Library library, Story story, int number, Random chance) {
        this.api = api;
        this.clock = clock;
        this.library = library;
        this.story = story;
        this.number = number;
        this.site = SITES.get(chance.nextInt(SITES.size()));
        this.english = site.equals("singapore");
        this.trouble = Trouble.ALL.get(chance.nextInt(Trouble.ALL.size()));
    }

    Story story() {
        return story;
    }

    String caseId() {
        return caseId;
    }

    String caseNumber() {
        return caseNumber;
    }

    void call() throws InterruptedException {
        var call = Map.of("site", site, "line", "400-demo", "callerNumber", phone());
        callId = api.post("/api/intake/calls", call).path("callId").asString("");
    }

    void answer() throws InterruptedException {
        onCall("answer", Map.of("agent", agent()));
    }

    void hold() throws InterruptedException {
        onCall("hold", Map.of());
    }

    void retrieve() throws InterruptedException {
        onCall("retrieve", Map.of());
    }

    void offerCallback() throws InterruptedException {
        onCall("callback-offer", Map.of("number", phone(), "accepted", true));
    }

    void end(String disposition) throws InterruptedException {
        onCall("end", Map.of("disposition", disposition));
    }

    void register(String channel, String type, String priority) throws InterruptedException {
        Map<String, Object> body = new HashMap<>();
        if (!callId.isEmpty()) {
            body.put("callId", callId);
        }
        body.put("channel", channel);
        body.put("site", site);
        body.put("type", type);
        body.put("priority", priority);
        body.put("customer", Map.of("name", customer(), "phone", phone(), "language", english ? "en" : "zh"));
        body.put("product", Map.of("model", trouble.model(), "serialNumber", "DEMO-%05d".formatted(number)));
        body.put("symptom", trouble.symptom().in(english));
        body.put(
                "startedAt",
                clock.instant().minus(Duration.ofMinutes(20 + number % 90)).toString());
        body.put("frequency", trouble.frequency().in(english));
        body.put("actionsTried", List.of(english ? "Switched it off and on" : "已重启"));
        var answer = api.post("/api/intake/cases", body);
        caseId = answer.path("caseId").asString("");
        caseNumber = answer.path("caseNumber").asString("");
    }

    void search() throws InterruptedException {
        api.get("/api/knowledge/search?limit=5&q="
                + PublicApi.encoded(trouble.symptom().in(english)));
    }

    void searchInVain() throws InterruptedException {
        String words = english ? "zigzag humming in rain " + number : "雨天蜂鸣之字形 " + number;
        api.get("/api/knowledge/search?limit=5&q=" + PublicApi.encoded(words));
    }

    void preprocess(String outcome) throws InterruptedException {
        Map<String, Object> body = new HashMap<>();
        body.put("outcome", outcome);
        body.put("steps", List.of(trouble.step().in(english)));
        body.put("articleIds", library.article(trouble, english).stream().toList());
        onCase("intake", "preprocessing", body);
    }

    void dispatch() throws InterruptedException {
        onCase("intake", "dispatch", Map.of("project", "demo-" + site, "engineer", "engineer-" + site));
    }

    void orderFromVendor() throws InterruptedException {
        String vendor = english ? "Demo Vendor 01" : "演示厂家 01";
        onCase("intake", "vendor-order", Map.of("vendor", vendor, "reference", "DV-%04d".formatted(number)));
    }

    void promise(Duration within) throws InterruptedException {
        String text = english ? "We call you with news" : "我们会打电话告知进展";
        String dueAt = clock.instant().plus(within).toString();
        promiseId = onCase("intake", "promises", Map.of("text", text, "dueAt", dueAt));
    }

    void keepPromise() throws InterruptedException {
        onCase("intake", "promises/" + promiseId + "/kept", Map.of());
    }

    void acknowledge() throws InterruptedException {
        onCase("escalation", "acknowledgement", Map.of());
    }

    /** Written down only now, as engineers on the road do. */
    void acknowledgeLate(Duration ago) throws InterruptedException {
        String occurredAt = clock.instant().minus(ago).toString();
        onCase("escalation", "acknowledgement", Map.of("occurredAt", occurredAt));
    }

    void replyWithPlan() throws InterruptedException {
        onCase("escalation", "replies", Map.of("plan", trouble.plan().in(english)));
    }

    void replyWithDifficulty() throws InterruptedException {
        String next = english ? "An expert looks at it today" : "今天由专家处理";
        onCase(
                "escalation",
                "replies",
                Map.of("difficulty", trouble.difficulty().in(english), "nextSteps", next));
    }

    void escalate(String tier, boolean customerTold) throws InterruptedException {
        String reason = trouble.difficulty().in(english);
        onCase("escalation", "escalations", Map.of("tier", tier, "reason", reason, "customerTold", customerTold));
        behind = "expert-01";
    }

    void contactAsExpert() throws InterruptedException {
        String note = english ? "Went through the fault with the customer" : "已与客户核对故障现象";
        onCase("escalation", "expert-contact", Map.of("note", note));
    }

    void report() throws InterruptedException {
        String note = english ? "Measured on site; the cause is clearer" : "现场测量完成，原因已缩小";
        onCase("escalation", "progress", Map.of("note", note));
    }

    void suspend() throws InterruptedException {
        onCase("supervisor-01", "escalation", "suspension", Map.of("reason", "CUSTOMER_ABSENT"));
    }

    void resume() throws InterruptedException {
        onCase("supervisor-01", "escalation", "resumption", Map.of());
    }

    /** The vendor answers the order. */
    void vendorReplies() throws InterruptedException {
        for (var assignment : api.get("/api/intake/cases/" + caseId).path("assignments")) {
            String order = assignment.path("orderId").asString("");
            if (!order.isEmpty()) {
                String doneBy = clock.instant().plus(Duration.ofHours(3)).toString();
                onCase(
                        "intake",
                        "vendor-orders/" + order + "/replies",
                        Map.of("plan", trouble.plan().in(english), "expectedDoneBy", doneBy));
            }
        }
    }

    void plan() throws InterruptedException {
        onCase("escalation", "plan", Map.of("plan", trouble.plan().in(english)));
    }

    void resolve() throws InterruptedException {
        onCase("escalation", "resolution", Map.of("summary", trouble.plan().in(english)));
    }

    void missCustomer() throws InterruptedException {
        onCase("followup", "callbacks", Map.of("reached", false));
    }

    void callBack() throws InterruptedException {
        String note = english ? "Told the plan" : "已告知方案";
        onCase("followup", "callbacks", Map.of("reached", true, "note", note));
    }

    void callBack(boolean restored) throws InterruptedException {
        onCase("followup", "callbacks", Map.of("reached", true, "restored", restored));
    }

    void clear() throws InterruptedException {
        onCase("followup", "clearance", Map.of());
    }

    /**
     * The follow-up desk reaches the customer and sends the link, and the customer answers. Does nothing where the survey is no task of the desk's,
     * since a mail carried it.
     */
    void answerSurvey() throws InterruptedException {
        for (var survey : api.get("/api/followup/cases/" + caseId).path("surveys")) {
            if (survey.path("task").asBoolean(false)) {
                String task =
                        "/api/followup/survey-tasks/" + survey.path("surveyId").asString("");
                String link = api.postAs("followup-02", task + "/link", Map.of())
                        .path("link")
                        .asString("");
                api.postAs("followup-02", task, Map.of("contact", Map.of("reached", true)));
                int score = 3 + number % 3;
                String comment = english ? "Quick help, thank you" : "处理很快，谢谢";
                api.post(
                        "/api/followup/surveys/" + link.substring(link.lastIndexOf('/') + 1),
                        Map.of("score", score, "recommend", 2 * score, "comment", comment));
            }
        }
    }

    void writeArticle() throws InterruptedException {
        library.write(trouble, english, number);
    }

    private void onCall(String step, Map<String, ?> body) throws InterruptedException {
        api.post("/api/intake/calls/" + callId + "/" + step, body);
    }

    private String onCase(String service, String step, Map<String, ?> body) throws InterruptedException {
        return onCase(
                switch (service) {
                    case "intake" -> "agent-07";
                    case "followup" -> "followup-02";
                    default -> behind;
                },
                service,
                step,
                body);
    }

    private String onCase(String person, String service, String step, Map<String, ?> body) throws InterruptedException {
        return api.postAs(person, "/api/" + service + "/cases/" + caseId + "/" + step, body)
                .path("promiseId")
                .asString("");
    }

    private String agent() {
        return "agent-" + site + "-" + (1 + number % 4);
    }

    private String customer() {
        return "Demo Customer %03d / 演示客户%03d".formatted(number, number);
    }

    /** From a range that nobody is ever given. */
    private String phone() {
        return "+1 202 555 01%02d".formatted(number % 100);
    }
}
