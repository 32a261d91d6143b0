package downhill.json.form;

import java.util.Arrays;

/** A JSON text as it grows, in ASCII; commas come by themselves. */
public final class JsonBuffer {
    private byte[] bytes = new byte[2048];
    private int size;
    private boolean follows;

    /** Opens an object or an array. */
    public void open(char bracket) {
        begin();
        put(bracket);
        follows = false;
    }

    public void close(char bracket) {
        put(bracket);
        follows = true;
    }

    /** A member's name, which must need no escape. */
    public void name(String name) {
        begin();
        put('"');
        ascii(name);
        put('"');
        put(':');
        follows = false;
    }

    public void whole(int value) {
        begin();
        if (value < 0) {
            put('-');
        }
        digits(Math.abs((long) value), 1);
    }

    /** A value whose JSON this is. */
    public void literal(String text) {
        begin();
        ascii(text);
    }

    /** Begins a name or a value. */
    void begin() {
        if (follows) {
            put(',');
        }
        follows = true;
    }

    /** The digits of a number that is not negative, with zeros before them up to a number of digits. */
    void digits(long number, int least) {
        int count = Math.max(length(number), least);
        reserve(count);
        if (number <= Integer.MAX_VALUE) {
            smallDigits((int) number, count);
        } else {
            long rest = number;
            for (int at = size + count - 1; at >= size; at--) {
                bytes[at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        size += count;
    }

    /** Quotients of ints cost less than those of longs. */
    private void smallDigits(int number, int count) {
        int rest = number;
        for (int at = size + count - 1; at >= size; at--) {
            int tenth = rest / 10;
            bytes[at] = (byte) ('0' + rest - 10 * tenth);
            rest = tenth;
        }
    }

    /** The number of digits of a number, none for 0. */
    private static int length(long number) {
        int count = 0;
        for (long above = 1; count < 18 && number >= above; above *= 10) {
            count++;
        }
        return number >= 1_000_000_000_000_000_000L ? 19 : count;
    }

    void put(char c) {
        reserve(1);
        bytes[size++] = (byte) c;
    }

    private void ascii(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
    }

    /** The text so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
