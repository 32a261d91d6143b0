package downhill.data.upload;

import static downhill.data.upload.UploadRefusedException.malformed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a text in UTF-8 without a mark at the start, whatever mark and encoding it came with. */
final class CsvText {
    private static final String SAVE_AS = "save the table as \"CSV UTF-8\" in your spreadsheet";

    private CsvText() {}

    static byte[] of(byte[] content) {
        byte[] text = unmarked(content);
        check(text);
        return text;
    }

    /** Tests whether a file is UTF-16, which is converted before it is read. */
    static boolean isWide(byte[] content) {
        return startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF);
    }

    private static byte[] unmarked(byte[] content) {
        if (startsWith(content, 'P', 'K', 3, 4)) {
            throw new UploadRefusedException(
                    UploadRefusedException.Reason.UNKNOWN_FORMAT,
                    "the file",
                    "a workbook or another ZIP file",
                    SAVE_AS);
        }
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return Arrays.copyOfRange(content, 3, content.length);
        }
        if (!isWide(content)) {
            return content;
        }
        Charset charset = startsWith(content, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content, 2, content.length - 2))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw malformed("the file", "its text in UTF-16 is damaged or cut off", SAVE_AS);
        }
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static void check(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] >= 0 && content[i] < ' ' && content[i] != '\n' && content[i] != '\r' && content[i] != '\t') {
                throw new UploadRefusedException(
                        UploadRefusedException.Reason.UNKNOWN_FORMAT,
                        "byte " + i,
                        "the byte " + String.format("%02x", content[i]) + ", which no text in UTF-8 has",
                        SAVE_AS + "; IDX files (which start with 00 00 08) are read too, and both plain or in gzip");
            }
        }
    }

    /** One line's text. */
    static String line(byte[] content, int start, int end, int line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("row " + line, "a letter that is not written in UTF-8", SAVE_AS);
        }
    }
}
