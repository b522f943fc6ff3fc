package io.minutebook.pages;

import io.minutebook.eventlog.LogUnavailable;
import io.minutebook.platform.security.Allow;
import io.minutebook.platform.security.AllowAnyone;
import io.minutebook.platform.security.AllowStaff;
import io.minutebook.platform.security.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The shell's pieces on a page, to look at. */
@Controller
class DemoPages {
    record Row(String number, String site, String title, String state, Instant at, ClockBar bar) {}

    private static final Instant AT = Instant.parse("2026-03-02T01:14:00Z");
    private final List<SseEmitter> readers = new CopyOnWriteArrayList<>();
    private final AtomicInteger news = new AtomicInteger();

    @GetMapping("/probe/demo")
    @AllowStaff
    String demo(Model model) {
        fill(model);
        return "probe/demo";
    }

    @GetMapping("/probe/start")
    @Allow(Role.AGENT)
    String start() {
        return "probe/survey";
    }

    @GetMapping("/probe/agents")
    @Allow(Role.AGENT)
    String agents() {
        return "probe/survey";
    }

    @GetMapping("/probe/demo/away")
    @AllowStaff
    String away() {
        throw new LogUnavailable("the database is away", null);
    }

    @GetMapping("/probe/demo/part")
    @AllowStaff
    String part(Model model) {
        fill(model);
        return "probe/demo :: part";
    }

    @GetMapping("/probe/demo/case")
    @AllowStaff
    String aCase(Model model) {
        fill(model);
        return "probe/case";
    }

    @GetMapping(path = "/probe/demo/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowStaff
    SseEmitter live() throws IOException {
        SseEmitter reader = new SseEmitter(0L);
        reader.onCompletion(() -> readers.remove(reader));
        reader.send(SseEmitter.event().comment("here"));
        readers.add(reader);
        return reader;
    }

    @PostMapping("/probe/demo/news")
    @ResponseBody
    @AllowAnyone
    String news() throws IOException {
        news.incrementAndGet();
        for (SseEmitter reader : readers) {
            reader.send(SseEmitter.event().name("changed").data("1"));
        }
        return "";
    }

    @GetMapping("/probe/survey")
    @AllowAnyone
    String survey() {
        return "probe/survey";
    }

    @PostMapping("/probe/survey")
    @AllowAnyone
    String answer(@RequestParam int score) {
        return "redirect:/probe/survey?score=" + score;
    }

    private void fill(Model model) {
        model.addAttribute("zone", ZoneId.of("Asia/Shanghai"));
        model.addAttribute("news", news.get());
        model.addAttribute("at", AT);
        model.addAttribute("bars", bars());
        model.addAttribute(
                "rows",
                List.of(
                        row("BJ-260302-0117", "beijing", "打印机 502 错误，重启无效", "dispatched", bars().get(1)),
                        row(
                                "BJ-260302-0116",
                                "beijing",
                                "VPN disconnects every ten minutes",
                                "registered",
                                bars().get(0)),
                        row("SH-260302-0042", "shanghai", "会议室投影没有信号，已更换线缆", "solved", bars().get(2)),
                        row(
                                "GZ-260302-0009",
                                "guangzhou",
                                "Core switch rebooted twice since 06:40, two floors affected",
                                "breached",
                                bars().get(3)),
                        row("SH-260301-0211", "shanghai", "发票系统无法登录", "paused", bars().get(4))));
    }

    private static Row row(String number, String site, String title, String state, ClockBar bar) {
        return new Row(number, site, title, state, AT.minusSeconds(number.hashCode() & 0xffff), bar);
    }

    private static List<ClockBar> bars() {
        Duration half = Duration.ofMinutes(30);
        return List.of(
                new ClockBar(
                        "preprocess", ClockBar.State.RUNNING, Duration.ofMinutes(12), half, Duration.ofMinutes(24)),
                new ClockBar("reply", ClockBar.State.WARNED, Duration.ofMinutes(26), half, Duration.ofMinutes(24)),
                new ClockBar("answer", ClockBar.State.MET, Duration.ofSeconds(8), Duration.ofSeconds(30), null),
                new ClockBar(
                        "clearance",
                        ClockBar.State.BREACHED,
                        Duration.ofMinutes(47),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(16)),
                new ClockBar(
                        "plan",
                        ClockBar.State.PAUSED,
                        Duration.ofHours(7),
                        Duration.ofHours(24),
                        Duration.ofHours(20)));
    }
}
