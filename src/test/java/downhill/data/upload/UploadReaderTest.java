package downhill.data.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UploadReaderTest {
    private static final UploadLimits SMALL = new UploadLimits(2_000, 100, 10);

    static byte[] idx(int[] dimensions, int... values) {
        byte[] content = new byte[4 + 4 * dimensions.length + values.length];
        content[2] = 8;
        content[3] = (byte) dimensions.length;
        for (int d = 0; d < dimensions.length; d++) {
            content[6 + 4 * d] = (byte) (dimensions[d] >> 8);
            content[7 + 4 * d] = (byte) dimensions[d];
        }
        for (int i = 0; i < values.length; i++) {
            content[4 + 4 * dimensions.length + i] = (byte) values[i];
        }
        return content;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Table read(byte[]... files) throws IOException {
        List<InputStream> streams =
                Arrays.stream(files).<InputStream>map(ByteArrayInputStream::new).toList();
        return new UploadReader(SMALL).read(CsvChoice.USUAL, streams);
    }

    private static void refused(UploadRefusedException.Reason reason, String place, String words, byte[]... files) {
        assertThatThrownBy(() -> read(files)).isInstanceOfSatisfying(UploadRefusedException.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.place()).isEqualTo(place);
            assertThat(refusal.getMessage()).contains(words);
        });
    }

    private static final byte[] IMAGES = idx(new int[] {3, 1, 2}, 0, 255, 51, 102, 153, 204);
    private static final byte[] LABELS = idx(new int[] {3}, 2, 0, 1);

    @Test
    void imagesAndLabelsAreScaledAndPairedInEitherOrder() throws IOException {
        for (Table table : List.of(read(IMAGES, LABELS), read(LABELS, IMAGES), read(joined(IMAGES, LABELS)))) {
            assertThat(table.size()).isEqualTo(3);
            assertThat(table.inputWidth()).isEqualTo(2);
            assertThat(table.inputs().at(1)).isEqualTo(1);
            assertThat(table.inputs().at(2)).isEqualTo(51 / 255.0);
            assertThat(((Table.Goal.Classes) table.goal()).of()).containsExactly(2, 0, 1);
            assertThat(table.outputNames()).containsExactly("0", "1", "2");
        }
    }

    @Test
    void gzipIsUnpackedByItself() throws IOException {
        assertThat(read(gzip(IMAGES), gzip(LABELS)).size()).isEqualTo(3);
        assertThat(read(joined(gzip(IMAGES), gzip(LABELS))).size()).isEqualTo(3);
        assertThat(read(gzip(text("1,2,0.5\n3,4,0.6\n"))).size()).isEqualTo(2);
    }

    @Test
    void aWrongMagicNumberIsNamed() {
        byte[] floats = idx(new int[] {1}, 1);
        floats[2] = 0x0D;
        refused(UploadRefusedException.Reason.MALFORMED, "byte 0", "00 00 0d 01", floats);
        refused(UploadRefusedException.Reason.MALFORMED, "file 2, byte 0", "00 00 0d 01", IMAGES, floats);
        refused(UploadRefusedException.Reason.MALFORMED, "byte 22", "01 00 08 01", joined(IMAGES, new byte[] {1, 0, 8, 1
        }));
    }

    @Test
    void aCutFileIsNamedWithWhatItAnnounced() {
        byte[] cut = Arrays.copyOf(IMAGES, IMAGES.length - 1);
        refused(UploadRefusedException.Reason.MALFORMED, "file 1, byte 21", "3 x 1 x 2", cut, LABELS);
        refused(UploadRefusedException.Reason.MALFORMED, "byte 6", "within a header", Arrays.copyOf(IMAGES, 6));
        refused(UploadRefusedException.Reason.MALFORMED, "byte 3", "within a header", Arrays.copyOf(IMAGES, 3));
    }

    @Test
    void anArrayThatAnnouncesTooMuchIsRefusedBeforeItIsRead() {
        byte[] huge = idx(new int[] {1, 1, 1});
        Arrays.fill(huge, 4, huge.length, (byte) 0x7F);
        refused(UploadRefusedException.Reason.TOO_LARGE, "byte 4", "at most 2000", huge);
        byte[] negative = idx(new int[] {1}, 1);
        negative[4] = (byte) 0x80;
        refused(UploadRefusedException.Reason.MALFORMED, "byte 4", "a dimension of 2147483649", negative);
        refused(UploadRefusedException.Reason.MALFORMED, "byte 4", "a dimension of 0", idx(new int[] {0}));
        refused(UploadRefusedException.Reason.TOO_LARGE, "byte 8", "11 bytes for each example", idx(new int[] {1, 11}));
    }

    @Test
    void arraysThatDoNotPairAreRefused() {
        refused(UploadRefusedException.Reason.MALFORMED, "the upload", "[3]", IMAGES);
        refused(UploadRefusedException.Reason.MALFORMED, "the upload", "[1, 1]", LABELS, LABELS);
        refused(
                UploadRefusedException.Reason.MALFORMED,
                "the upload",
                "3 examples and 1 labels",
                IMAGES,
                idx(new int[] {1}, 0));
        refused(UploadRefusedException.Reason.UNKNOWN_FORMAT, "the upload", "2 files", IMAGES, text("1,2\n"));
    }

    @Test
    void aFileThatIsTooLongIsNotReadToItsEnd() throws IOException {
        refused(UploadRefusedException.Reason.TOO_LARGE, "byte 2000", "at most 2000 bytes", new byte[2_001]);
        refused(UploadRefusedException.Reason.TOO_LARGE, "byte 2000", "after unpacking", gzip(new byte[50_000_000]));
    }

    @Test
    void damagedPackingIsSaidSo() throws IOException {
        byte[] packed = gzip(IMAGES);
        refused(
                UploadRefusedException.Reason.MALFORMED,
                "the gzip packing",
                "damaged",
                Arrays.copyOf(packed, packed.length - 9));
        packed[packed.length - 6] ^= 1;
        refused(UploadRefusedException.Reason.MALFORMED, "the gzip packing", "damaged", packed);
    }

    @Test
    void whatIsNoTextIsOfUnknownFormat() {
        refused(UploadRefusedException.Reason.UNKNOWN_FORMAT, "byte 4", "1a", new byte[] {'1', ',', '2', '\n', 0x1A});
        refused(UploadRefusedException.Reason.UNKNOWN_FORMAT, "the upload", "0 files");
    }

    @Test
    void whateverIsSentItIsReadOrRefused() {
        Random random = new Random(1);
        List<byte[]> seeds =
                List.of(IMAGES, joined(IMAGES, LABELS), text("a,b,class\n1,2,x\n3,4,y\n"), text("1;2\n3;4\n"));
        int readable = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] file = seeds.get(i % seeds.size()).clone();
            for (int k = random.nextInt(4); k > 0; k--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                readable += read(Arrays.copyOf(file, file.length - random.nextInt(3)))
                                        .size()
                                > 0
                        ? 1
                        : 0;
            } catch (UploadRefusedException refusal) {
                assertThat(refusal.place()).isNotEmpty();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(readable).isBetween(500, 4_500);
    }
}
