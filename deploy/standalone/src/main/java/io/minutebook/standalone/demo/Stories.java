package io.minutebook.standalone.demo;

import static io.minutebook.standalone.demo.Beat.minutes;
import static io.minutebook.standalone.demo.Beat.seconds;

import java.time.Duration;
import java.util.List;

/** What happens on a day at the hotline, and how often. Times lie well within or well beyond their limits. */
final class Stories {
    private Stories() {}

    private static final List<Beat> TALK = List.of(
            seconds(0, Scene::call),
            seconds(9, Scene::answer),
            seconds(70, scene -> scene.register("PHONE", "FAULT", "NORMAL")),
            seconds(40, Scene::search));

    private static final List<Beat> CONFIRM =
            List.of(minutes(6, scene -> scene.callBack(true)), minutes(1, Scene::clear));

    private static final List<Beat> TO_ENGINEER = List.of(
            minutes(9, scene -> scene.preprocess("DISPATCH")),
            seconds(30, scene -> scene.end("COMPLETED")),
            minutes(4, Scene::dispatch),
            minutes(5, Scene::acknowledge));

    private static final List<Beat> PLANNED = List.of(minutes(12, Scene::replyWithPlan), minutes(8, Scene::callBack));

    private static final List<Beat> RESOLVED = List.of(minutes(55, Scene::resolve));

    /** With this the customer is asked again on another day; also the whole of the days before. */
    static final Story SOLVED_AT_ONCE = story("solved on the first call / 首次来电解决", 22)
            .then(TALK)
            .then(minutes(8, scene -> scene.preprocess("SOLVED")), seconds(30, scene -> scene.end("COMPLETED")))
            .then(CONFIRM);

    static final Story SMOOTH = story("dispatched, planned, repaired, cleared / 派单、方案、修复、销障", 18)
            .then(TALK)
            .then(TO_ENGINEER)
            .then(PLANNED)
            .then(RESOLVED)
            .then(CONFIRM);

    static final List<Story> ALL = List.of(
            story("hung up before an answer / 未接通挂断", 8)
                    .then(seconds(0, Scene::call), seconds(48, scene -> scene.end("ABANDONED"))),
            story("answered too late / 接听超时", 4)
                    .then(
                            seconds(0, Scene::call),
                            seconds(52, Scene::answer),
                            minutes(1, scene -> scene.register("PHONE", "ENQUIRY", "LOW")),
                            minutes(4, scene -> scene.preprocess("SOLVED")),
                            seconds(20, scene -> scene.callBack(true)),
                            seconds(20, Scene::clear),
                            seconds(10, scene -> scene.end("COMPLETED"))),
            story("silent call / 无声电话", 4)
                    .then(
                            seconds(0, Scene::call),
                            seconds(6, Scene::answer),
                            seconds(14, scene -> scene.end("SILENT"))),
            story("noise on the line / 杂音", 2)
                    .then(seconds(0, Scene::call), seconds(8, Scene::answer), seconds(25, scene -> scene.end("NOISE"))),
            story("weak signal / 信号不好", 2)
                    .then(
                            seconds(0, Scene::call),
                            seconds(8, Scene::answer),
                            seconds(21, scene -> scene.end("WEAK_SIGNAL"))),
            SOLVED_AT_ONCE,
            SMOOTH,
            story("held too long, callback accepted / 保持超时，接受回拨", 3)
                    .then(
                            seconds(0, Scene::call),
                            seconds(7, Scene::answer),
                            minutes(1, scene -> scene.register("PHONE", "FAULT", "NORMAL")),
                            seconds(20, Scene::hold),
                            seconds(150, Scene::offerCallback),
                            seconds(15, scene -> scene.end("COMPLETED")),
                            minutes(6, scene -> scene.preprocess("SOLVED")))
                    .then(CONFIRM),
            story("held, and back in time / 保持后及时取回", 3)
                    .then(
                            seconds(0, Scene::call),
                            seconds(11, Scene::answer),
                            seconds(45, scene -> scene.register("PHONE", "ENQUIRY", "NORMAL")),
                            seconds(20, Scene::hold),
                            seconds(75, Scene::retrieve),
                            minutes(3, scene -> scene.preprocess("SOLVED")),
                            seconds(10, scene -> scene.end("COMPLETED")))
                    .then(CONFIRM),
            story("pre-processing over 30 minutes / 预处理超过30分钟", 3)
                    .then(TALK)
                    .then(
                            minutes(41, scene -> scene.preprocess("DISPATCH")),
                            minutes(15, Scene::dispatch),
                            minutes(3, Scene::acknowledge))
                    .then(PLANNED)
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("no reply within 30 minutes / 回复超过30分钟", 6)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(minutes(41, Scene::replyWithPlan), minutes(8, Scene::callBack))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("a difficulty first, the plan later / 先报困难，后定方案", 5)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(
                            minutes(17, Scene::replyWithDifficulty),
                            minutes(50, Scene::report),
                            minutes(45, Scene::plan),
                            minutes(9, Scene::callBack))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("to the experts, customer told / 升级二线，已告知客户", 5)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(
                            minutes(15, Scene::replyWithDifficulty),
                            minutes(10, scene -> scene.escalate("L2", true)),
                            minutes(80, Scene::contactAsExpert),
                            minutes(35, Scene::plan),
                            minutes(7, Scene::callBack))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("to the experts, customer not told / 升级二线，未告知客户", 2)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(minutes(20, scene -> scene.escalate("L2", false)), minutes(130, Scene::contactAsExpert)),
            story("to the project manager / 升级三线", 2)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(
                            minutes(14, Scene::replyWithDifficulty),
                            minutes(12, scene -> scene.escalate("L2", true)),
                            minutes(60, Scene::contactAsExpert),
                            minutes(30, scene -> scene.escalate("L3", true)),
                            minutes(70, Scene::plan),
                            minutes(6, Scene::callBack))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("ordered from the vendor / 厂家派单", 4)
                    .then(TALK)
                    .then(
                            minutes(10, scene -> scene.preprocess("VENDOR")),
                            seconds(40, scene -> scene.end("COMPLETED")),
                            minutes(5, Scene::orderFromVendor),
                            minutes(20, Scene::vendorReplies),
                            minutes(9, Scene::callBack),
                            minutes(120, Scene::resolve))
                    .then(CONFIRM),
            story("waiting for the customer / 等待客户，挂起", 3)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(minutes(11, Scene::replyWithDifficulty), minutes(9, Scene::suspend))
                    .then(minutes(100, Scene::resume), minutes(25, Scene::plan), minutes(8, Scene::callBack))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("the customer denies it, the case reopens / 客户否认修复，重开", 4)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(PLANNED)
                    .then(RESOLVED)
                    .then(
                            minutes(9, scene -> scene.callBack(false)),
                            minutes(14, Scene::replyWithPlan),
                            minutes(8, Scene::callBack),
                            minutes(45, Scene::resolve))
                    .then(CONFIRM),
            story("called back and cleared too late / 回访与销障超时", 4)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(
                            minutes(10, Scene::replyWithPlan),
                            minutes(15, Scene::missCustomer),
                            minutes(17, Scene::callBack))
                    .then(RESOLVED)
                    .then(minutes(38, scene -> scene.callBack(true)), minutes(2, Scene::clear)),
            story("a promise kept / 承诺兑现", 3)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(seconds(50, scene -> scene.promise(Duration.ofHours(1))))
                    .then(PLANNED)
                    .then(minutes(3, Scene::keepPromise))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("a promise broken / 承诺未兑现", 2)
                    .then(TALK)
                    .then(TO_ENGINEER)
                    .then(seconds(50, scene -> scene.promise(Duration.ofMinutes(40))))
                    .then(PLANNED)
                    .then(minutes(45, Scene::keepPromise))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("by web, urgent, acknowledged late / 网络报修，加急，补录确认", 4)
                    .then(
                            seconds(0, scene -> scene.register("WEB", "FAULT", "URGENT")),
                            minutes(5, scene -> scene.preprocess("DISPATCH")),
                            minutes(2, Scene::dispatch),
                            minutes(24, scene -> scene.acknowledgeLate(Duration.ofMinutes(18))),
                            minutes(2, Scene::replyWithPlan),
                            minutes(6, Scene::callBack))
                    .then(RESOLVED)
                    .then(CONFIRM),
            story("nothing in the knowledge base / 知识库无记录", 3)
                    .then(TALK)
                    .then(seconds(20, Scene::searchInVain))
                    .then(TO_ENGINEER)
                    .then(PLANNED)
                    .then(RESOLVED)
                    .then(CONFIRM)
                    .then(minutes(30, Scene::writeArticle)));

    private static Story story(String name, int weight) {
        return new Story(name, weight, List.of());
    }
}
