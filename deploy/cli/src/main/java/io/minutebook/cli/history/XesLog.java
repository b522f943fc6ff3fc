package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A log as XES (IEEE 1849): one row per event. A key of the trace is named {@code trace.<key>}, a key inside another
 * {@code outer/inner}, a key that comes twice in one place {@code key (2)}.
 */
final class XesLog implements SourceLog {
    private static final String TRACE = "trace.";

    private final LogFile file;
    private @Nullable Set<String> columns;

    XesLog(LogFile file) {
        this.file = file;
    }

    /** Every key that any event or trace has: XES names them nowhere else, so the file is read once for it. */
    @Override
    public Set<String> columns() throws IOException {
        Set<String> known = columns;
        if (known == null) {
            Set<String> keys = new LinkedHashSet<>();
            read(row -> keys.addAll(row.values().keySet()));
            known = keys;
            columns = keys;
        }
        return known;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void read(Consumer<SourceRow> rows) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = file.open()) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                log(xml, rows);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new Failure(text("xes-not-xml", file.path(), firstLine(e)), e);
        }
    }

    private void log(XMLStreamReader xml, Consumer<SourceRow> rows) throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("log")) {
            throw new Failure(text("xes-no-log", file.path(), xml.getLocalName()));
        }
        Map<String, String> trace = new LinkedHashMap<>();
        while (xml.hasNext()) {
            int what = xml.next();
            if (what == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "trace" -> trace = new LinkedHashMap<>();
                    case "event" -> rows.accept(event(xml, trace));
                    case "global", "classifier", "extension" -> skip(xml);
                    default -> attribute(xml, TRACE, trace);
                }
            }
        }
    }

    /** Keys of the trace that stand behind its events reach only the events after them; XES asks for them before. */
    private static SourceRow event(XMLStreamReader xml, Map<String, String> trace) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        Map<String, String> values = new LinkedHashMap<>(trace);
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (xml.isStartElement()) {
                attribute(xml, "", values);
            }
        }
        return SourceRow.of(line, values);
    }

    private static void attribute(XMLStreamReader xml, String prefix, Map<String, String> values)
            throws XMLStreamException {
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        String name = key == null ? prefix : prefix + key;
        if (key != null && value != null) {
            name = free(name, values);
            values.put(name, value);
        }
        String inner = key == null ? prefix : name + "/";
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (xml.isStartElement()) {
                attribute(xml, inner, values);
            }
        }
    }

    private static String free(String name, Map<String, String> values) {
        String free = name;
        for (int again = 2; values.containsKey(free); again++) {
            free = name + " (" + again + ")";
        }
        return free;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int what = xml.next();
            if (what == XMLStreamReader.START_ELEMENT) {
                depth++;
            } else if (what == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
}
