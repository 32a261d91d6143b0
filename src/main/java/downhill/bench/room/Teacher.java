package downhill.bench.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A teacher's page: it follows its class, and asks for itself again whenever something has changed. */
final class Teacher implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("class-code\">([A-Z0-9 ]+)<");

    /** The number of answers that a page has, and the time at which it was there. */
    private record Seen(int answers, long at) {}

    private final Site site;
    private final String address;
    private final Pattern answers;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Opens a class on a lesson; the page watches the answers to one of its questions. */
    Teacher(Site site, String lesson, String question) throws IOException, InterruptedException {
        this.site = site;
        this.address = site.post(0, "/classes", "", "lesson", lesson).header("location");
        this.answers = Pattern.compile(
                "class-answered\">(\\d+) of \\d+(?:(?!class-answered)[\\s\\S])*?id=\"reveal-" + question + "\"");
        Thread.ofVirtual().start(this::follow);
    }

    String code() throws IOException, InterruptedException {
        Matcher code = CODE.matcher(page().body());
        if (!code.find()) {
            throw new IOException("The page has no code.");
        }
        return code.group(1).replace(" ", "");
    }

    private Site.Answer page() throws IOException, InterruptedException {
        return site.get(0, address, "");
    }

    String get(String path) throws IOException, InterruptedException {
        return site.get(0, address + path, "").body();
    }

    void control(String what, String... fields) throws IOException, InterruptedException {
        site.post(0, address + what, "", fields);
    }

    private void follow() {
        while (!closed) {
            try (var events = new BufferedReader(
                    new InputStreamReader(site.events(0, address + "/events", ""), StandardCharsets.UTF_8))) {
                for (String line = events.readLine(); line != null && !closed; line = events.readLine()) {
                    if (line.equals("event: changed")) {
                        look();
                    }
                }
            } catch (IOException e) {
                // The server was killed; the page connects again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look() throws IOException, InterruptedException {
        Matcher found = answers.matcher(page().body());
        if (found.find()) {
            seen.add(new Seen(Integer.parseInt(found.group(1)), System.nanoTime()));
        }
    }

    /** The number of answers on the newest page. */
    int answers() {
        return seen.stream().mapToInt(Seen::answers).max().orElse(0);
    }

    /**
     * The times from each answer, once the server had taken it, to the first page on which it counts, in milliseconds.
     *
     * @param taken the times at which the server had taken the answers
     */
    List<Double> lags(List<Long> taken) {
        List<Long> sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
        List<Double> lags = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            int least = i + 1;
            long at = sorted.get(i);
            seen.stream()
                    .filter(page -> page.answers() >= least)
                    .mapToLong(Seen::at)
                    .min()
                    .ifPresent(shown -> lags.add(Math.max(0, (shown - at) / 1e6)));
        }
        return lags;
    }

    @Override
    public void close() {
        closed = true;
    }
}
