package downhill.store;

import downhill.data.Table;
import downhill.data.Table.Cells;
import downhill.data.Table.Goal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** An uploaded table as compressed bytes. */
final class TableBytes {
    private static final int FORMAT = 1;

    private TableBytes() {}

    static byte[] write(Table table) {
        var bytes = new ByteArrayOutputStream();
        try (var to = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            to.writeInt(FORMAT);
            to.writeInt(table.inputWidth());
            switch (table.inputs()) {
                case Cells.Numbers n -> writeNumbers(n.values(), to);
                case Cells.Shades s -> {
                    to.writeInt(-s.values().length);
                    to.write(s.values());
                }
            }
            switch (table.goal()) {
                case Goal.Numbers n -> writeNumbers(n.values(), to);
                case Goal.Classes c -> {
                    to.writeInt(-c.of().length);
                    for (int of : c.of()) {
                        to.writeInt(of);
                    }
                }
            }
            writeNames(table.inputNames(), to);
            writeNames(table.outputNames(), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A negative count announces the other kind: a table has at least one row, so 0 never comes. */
    private static void writeNumbers(double[] numbers, DataOutputStream to) throws IOException {
        to.writeInt(numbers.length);
        for (double number : numbers) {
            to.writeDouble(number);
        }
    }

    private static void writeNames(List<String> names, DataOutputStream to) throws IOException {
        to.writeInt(names.size());
        for (String name : names) {
            to.writeUTF(name);
        }
    }

    static Table read(byte[] bytes) {
        try (var from = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (from.readInt() != FORMAT) {
                throw new IOException("This file was written by another version.");
            }
            int width = from.readInt();
            Cells cells = readCells(from);
            Goal goal = readGoal(from);
            return new Table(width, cells, goal, readNames(from), readNames(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cells readCells(DataInputStream from) throws IOException {
        int count = from.readInt();
        return count < 0 ? new Cells.Shades(from.readNBytes(-count)) : new Cells.Numbers(readNumbers(count, from));
    }

    private static Goal readGoal(DataInputStream from) throws IOException {
        int count = from.readInt();
        if (count >= 0) {
            return new Goal.Numbers(readNumbers(count, from));
        }
        int[] classes = new int[-count];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = from.readInt();
        }
        return new Goal.Classes(classes);
    }

    private static double[] readNumbers(int count, DataInputStream from) throws IOException {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = from.readDouble();
        }
        return numbers;
    }

    private static List<String> readNames(DataInputStream from) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = from.readInt(); i > 0; i--) {
            names.add(from.readUTF());
        }
        return names;
    }
}
