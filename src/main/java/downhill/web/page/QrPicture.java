package downhill.web.page;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * A QR code as the path of an SVG picture, one unit for each module.
 *
 * @param size the width and the height, with the quiet zone of four modules on each side that readers need
 * @param path the dark modules, each run of them in a row as one rectangle
 */
public record QrPicture(int size, String path) {
    private static final int QUIET = 4;

    /** The code of an address that is short enough, as all of this site's own are but those that carry a state. */
    public static QrPicture of(String text) {
        return picture(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    /** The code of a text that may be too long for one. */
    public static Optional<QrPicture> ofAny(String text) {
        try {
            return Optional.of(picture(QrCode.encodeText(text, QrCode.Ecc.LOW)));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    private static QrPicture picture(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
                }
                x++;
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
