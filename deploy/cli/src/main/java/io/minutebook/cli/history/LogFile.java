package io.minutebook.cli.history;

import static io.minutebook.cli.Texts.text;

import io.minutebook.cli.Failure;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A log on disk: plain, gzipped, or the one file in a zip; told by its first bytes, not by its name. */
record LogFile(Path path) {
    private static final Pattern ENDINGS = Pattern.compile("(?i)\\.(gz|zip|csv|xes|txt|tsv)$");

    InputStream open() throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new Failure(text("file-not-readable", path));
        }
        InputStream plain = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        plain.mark(4);
        int first = plain.read();
        int second = plain.read();
        plain.reset();
        if (first == 0x1f && second == 0x8b) {
            return new BufferedInputStream(new GZIPInputStream(plain, 1 << 16), 1 << 16);
        }
        if (first == 'P' && second == 'K') {
            plain.close();
            return openZip();
        }
        return plain;
    }

    /** The file's name without folders and endings: the same log has one name, packed or not. */
    String name() {
        String name = String.valueOf(path.getFileName());
        for (String shorter = ""; !shorter.equals(name); ) {
            shorter = name;
            name = ENDINGS.matcher(name).replaceFirst("");
        }
        return name;
    }

    private InputStream openZip() throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                .toList();
        if (files.size() != 1) {
            zip.close();
            throw new Failure(text("zip-not-one", path, files.size()));
        }
        return new FilterInputStream(new BufferedInputStream(zip.getInputStream(files.getFirst()), 1 << 16)) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }
}
