package io.minutebook.knowledge.view.search;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Takes a Markdown text apart into passages short enough to read at a glance: its blocks as plain text, each under its heading. */
final class Passages {
    private static final int LONGEST = 400;
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private Passages() {}

    static List<String> of(String markdown) {
        List<String> passages = new ArrayList<>();
        String heading = "";
        for (Node block = MARKDOWN.parse(markdown).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                heading = text(block) + "\n";
            } else {
                add(passages, heading, text(block));
            }
        }
        return passages.isEmpty() ? List.of(markdown.strip()) : List.copyOf(passages);
    }

    private static void add(List<String> passages, String heading, String text) {
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            String part = text.substring(from, to).strip();
            if (!part.isEmpty()) {
                passages.add(heading + part);
            }
            from = to;
        }
    }

    /** After the last sentence that fits; where there is none, in the middle of it. */
    private static int end(String text, int from) {
        if (text.length() - from <= LONGEST) {
            return text.length();
        }
        for (int at = from + LONGEST; at > from + LONGEST / 2; at--) {
            if ("。！？；.!?;\n".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        int cut = from + LONGEST;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
    }

    private static String text(Node block) {
        return PLAIN.render(block).strip();
    }
}
