package io.minutebook.standalone.origin;

import java.util.List;
import java.util.stream.Collectors;

/** The page that leads to the API documents of the services. */
final class Documents {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Minutebook API · 接口文档</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
            li { margin: .4rem 0 } code { font-size: .9em }
            </style></head><body>
            <h1>Minutebook API <small lang="zh">接口文档</small></h1>
            <p>Each service describes its own addresses; open one to read and try them.
            <span lang="zh">每个服务说明自己的接口，点开即可阅读和试用。</span></p>
            <ul>
            %s
            </ul>
            <p>What the services publish is described in
            <a href="/contract/asyncapi.json"><code>asyncapi.json</code></a>,
            event by event in <a href="/contract/events.txt"><code>events.txt</code></a>;
            the topics are read from Kafka at <code>%s</code>.
            <span lang="zh">服务发布的事件见 asyncapi.json 与 events.txt，主题可从上述 Kafka 地址读取。</span></p>
            </body></html>
            """;

    /** @param broker where the topics are read */
    static String page(List<String> services, String broker) {
        String documents = services.stream()
                .map(service ->
                        "<li><a href=\"/%1$s/docs\">%1$s</a> · <a href=\"/api/%1$s/openapi.json\"><code>openapi.json</code></a></li>"
                                .formatted(service))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(documents, broker);
    }

    private Documents() {}
}
