package io.minutebook.bench.stand;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs a program for as long as the process that started it lives: its standard input ends with the parent. */
final class Child {
    private Child() {}

    /** @param args the class whose {@code main} is meant, then its own arguments */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent").start(Child::endWithTheParent);
        var program = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
        program.setAccessible(true);
        try {
            program.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said here
            }
        } catch (IOException gone) {
            // the same
        }
        Runtime.getRuntime().halt(0);
    }
}
