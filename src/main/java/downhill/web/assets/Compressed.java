package downhill.web.assets;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that never change, compressed once and as tightly as can be: a sixth smaller than what can be done while somebody waits.
 */
public final class Compressed {
    private static final Encoder.Parameters TIGHTEST = Encoder.Parameters.create(11);

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /** These bytes in Brotli's form, if the browser takes it and this machine can make it. */
    Optional<byte[]> brotli(String path, byte[] bytes, String accepted) {
        return accepted.contains("br") && Brotli4jLoader.isAvailable()
                ? Optional.of(known.computeIfAbsent(path, _ -> compressed(bytes)))
                : Optional.empty();
    }

    private static byte[] compressed(byte[] bytes) {
        try {
            return Encoder.compress(bytes, TIGHTEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
