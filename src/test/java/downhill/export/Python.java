package downhill.export;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine's Python, for programs that are to be tried. */
public final class Python {
    private static final long TIMEOUT_SECONDS = 120;

    private final String command;

    private Python(String command) {
        this.command = command;
    }

    /** The first Python on this machine that has a module. */
    public static Optional<Python> with(String module) {
        for (String command : List.of("python3", "/usr/bin/python3")) {
            try {
                if (exit(start(command, Redirect.DISCARD, "-c", "import " + module)) == 0) {
                    return Optional.of(new Python(command));
                }
            } catch (IOException e) {
                // this machine has no such command
            }
        }
        return Optional.empty();
    }

    /** The output of the program, standard error included. */
    public String run(String program, Path folder) throws IOException {
        Path file = folder.resolve("run.py");
        Files.writeString(file, program);
        int exit = exit(start(command, Redirect.to(folder.resolve("printed").toFile()), file.toString()));
        String printed = Files.readString(folder.resolve("printed"));
        if (exit != 0) {
            throw new AssertionError(printed + "\n" + program);
        }
        return printed;
    }

    private static Process start(String python, Redirect printed, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(python, "-W", "ignore"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
    }

    private static int exit(Process process) {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("a program did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
