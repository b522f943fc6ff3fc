package io.minutebook.standalone;

import io.minutebook.embedded.LocalPostgres;
import java.io.IOException;

/** Does what only the first start on a machine has to do, so that it is not part of what a {@link Trial} shows. */
final class Prepared {
    public static void main(String[] arguments) throws IOException {
        LocalPostgres.unpack();
    }

    private Prepared() {}
}
