package org.lienthong.app.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an embedded platform keeps everything: delete it and nothing is left. While a platform runs on it
 * the directory is locked, and {@link #endpoints} says how to reach it.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** The default is in the home of the user, so that a new checkout or a clean build keeps what was gathered. */
    public static Path defaultRoot() {
        return Path.of(System.getProperty("user.home"), ".lienthong");
    }

    /** @throws PlatformException when it cannot be used, or another platform runs on it */
    public static DataDirectory open(Path root) {
        FileChannel channel;
        try {
            Files.createDirectories(root);
            channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new PlatformException("DATA_DIR_UNUSABLE", e, root);
        }
        FileLock lock = tryLock(channel, root);
        if (lock == null) {
            throw new PlatformException("DATA_DIR_IN_USE", null, root);
        }
        return new DataDirectory(root, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, Path root) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new PlatformException("DATA_DIR_UNUSABLE", e, root);
        }
    }

    /** A settings file that reaches the platform which runs here; absent while none does. */
    public static Path endpoints(Path root) {
        return root.resolve("endpoints.yaml");
    }

    public static Path logs(Path root) {
        return root.resolve("logs");
    }

    public Path root() {
        return root;
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path streams() {
        return root.resolve("streams");
    }

    void announce(String endpoints) {
        try {
            Files.writeString(endpoints(root), endpoints);
        } catch (IOException e) {
            throw new PlatformException("DATA_DIR_UNUSABLE", e, root);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(endpoints(root));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new PlatformException("DATA_DIR_UNUSABLE", e, root);
        }
    }
}
