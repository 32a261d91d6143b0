package downhill.json;

import downhill.json.form.Json;
import downhill.train.spec.RunSpec;
import downhill.train.spec.Tweak;
import java.nio.charset.StandardCharsets;

/** Specifications and tweaks as texts to be kept and read again, each number exact. */
public final class SavedJson {
    private SavedJson() {}

    public static String spec(RunSpec spec) {
        return Json.text(RunSpecWriter.write(spec));
    }

    public static RunSpec readSpec(String text) {
        return RunSpecReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String tweak(Tweak tweak) {
        return Json.text(TweakJson.write(tweak));
    }

    public static Tweak readTweak(String text) {
        return TweakJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
