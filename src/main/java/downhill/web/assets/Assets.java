package downhill.web.assets;

import downhill.course.Widgets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The static files. In production all are held in memory, minified by the build, under a prefix that is a digest of the whole
 * tree, so a browser may keep them for ever and relative imports between modules hold; in development each request reads the disk.
 */
public final class Assets {
    private static final Pattern IMPORT = Pattern.compile("@import ?\"([\\w./-]+\\.css)\"(?: ?layer\\((\\w+)\\))?;");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import) ?\"\\./([\\w./-]+)\"");
    private static final String ENTRY = "js/app.js";
    private static final String WIDGETS = "js/widgets/";

    /** The sheet that is made of those in the widgets' folders, in the order of their list. */
    private static final String OF_WIDGETS = WIDGETS + "widgets.css";

    /** The same of the widgets that only lessons show. */
    private static final String OF_LESSONS = WIDGETS + "lessons.css";

    /** The sheet of the chart's library, served beside ours so that an import can give it a layer. */
    private static final String OF_UPLOT = "css/uplot.css";

    private final Map<String, byte[]> files;
    private final Optional<Path> folder;
    private final Supplier<Widgets> widgets;
    private final String version;
    private final List<String> preloads;

    public Assets(Optional<Path> development, Supplier<Widgets> widgets) {
        this.widgets = widgets;
        this.folder = development.map(root -> root.resolve("web/static").normalize());
        this.files = folder.isPresent() ? Map.of() : fromClassPath();
        this.version = folder.isPresent() ? "dev" : digest(files);
        this.preloads = folder.isPresent() ? List.of() : importedByEntry();
    }

    /** The part of an address between {@code /assets/} and a file's path. */
    public String version() {
        return version;
    }

    /** The paths of all files, where they do not change. */
    Set<String> paths() {
        return files.keySet();
    }

    /** Tests whether a browser may keep a file for ever. */
    boolean immutable() {
        return folder.isEmpty();
    }

    /** Tests whether there is a file of this path. */
    public boolean has(String path) {
        return stored(path).isPresent();
    }

    /** The bytes of a file, if there is one of this path; of a style sheet with those that it imports, so that they are one request. */
    Optional<byte[]> file(String path) {
        Optional<byte[]> bytes = single(path);
        return path.endsWith(".css") ? bytes.map(css -> joined(path, css)) : bytes;
    }

    /**
     * The modules that the pages' entry imports, for a page to ask for them before it has read the entry; none in development, where they are
     * many.
     */
    public List<String> preloads() {
        return preloads;
    }

    private List<String> importedByEntry() {
        String entry = text(file(ENTRY).orElseThrow());
        return IMPORTED.matcher(entry)
                .results()
                .map(found -> beside(Path.of(ENTRY), found.group(1)))
                .toList();
    }

    private Optional<byte[]> single(String path) {
        return switch (path) {
            case OF_WIDGETS -> Optional.of(ofWidgets(false));
            case OF_LESSONS -> Optional.of(ofWidgets(true));
            case OF_UPLOT -> Optional.of(ofUplot());
            default -> stored(path);
        };
    }

    private Optional<byte[]> stored(String path) {
        return folder.isPresent() ? fromDisk(folder.get(), path) : Optional.ofNullable(files.get(path));
    }

    private byte[] ofWidgets(boolean lessonsOnly) {
        return widgets.get().all().stream()
                .filter(widget -> widget.lessonsOnly() == lessonsOnly)
                .map(widget -> file(WIDGETS + widget.name() + "/" + widget.name() + ".css"))
                .flatMap(Optional::stream)
                .map(Assets::text)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ofUplot() {
        return Libraries.bytes("uplot", "dist/uPlot.min.css");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] joined(String path, byte[] css) {
        Path sheet = Path.of(path);
        return IMPORT.matcher(text(css))
                .replaceAll(found -> Matcher.quoteReplacement(single(beside(sheet, found.group(1)))
                        .map(bytes -> inLayer(Optional.ofNullable(found.group(2)), text(bytes)))
                        .orElseThrow(() -> new IllegalStateException(path + " imports no file: " + found.group()))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String inLayer(Optional<String> layer, String css) {
        return layer.map(name -> "@layer " + name + "{" + css + "}").orElse(css);
    }

    private static String beside(Path sheet, String imported) {
        return sheet.resolveSibling(imported).normalize().toString().replace('\\', '/');
    }

    private static Optional<byte[]> fromDisk(Path folder, String path) {
        Path file = folder.resolve(path).normalize();
        try {
            return file.startsWith(folder) && Files.isRegularFile(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a class path resource, if there is one. */
    static Optional<byte[]> resource(String path) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> fromClassPath() {
        URL root = Assets.class.getResource("/web/static");
        if (root == null) {
            throw new IllegalStateException("The static files are not on the class path.");
        }
        try {
            URI uri = root.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return below(Path.of(uri));
            }
            try (FileSystem jar = open(uri)) {
                return below(jar.getPath("/web/static"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileSystem open(URI uri) throws IOException {
        try {
            return FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException e) {
            return FileSystems.newFileSystem(uri, Map.of());
        }
    }

    private static Map<String, byte[]> below(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(path));
            }
        }
        files.put(OF_UPLOT, ofUplot());
        return files;
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
