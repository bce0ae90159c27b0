package dev.glidepath.collect.s3;

import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.store.Pause;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Brings one object, whole and as it was listed: its etag pins each of its pieces. A large one
/// comes in several streams at once, as S3 gives each no more than a part of what the link takes.
final class Download {

    static final int TRIES = 5;
    static final int STREAMS = 4;

    private final S3Client s3;
    private final S3Bucket.Account account;
    private final Pause pause;
    private final long pieceBytes;

    Download(S3Client s3, S3Bucket.Account account, Pause pause, long pieceBytes) {
        this.s3 = s3;
        this.account = account;
        this.pause = pause;
        this.pieceBytes = pieceBytes;
    }

    /// @param file is there, and empty
    void bring(Item item, Path file) {
        try {
            requireSpace(item, file);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                bring(pieces(item), channel);
            }
        } catch (IOException e) {
            throw Refusals.notWritten(account, item, file, e);
        }
    }

    private List<Piece> pieces(Item item) {
        var pieces = new ArrayList<Piece>();
        long from = 0;
        do {
            long end = Math.min(item.bytes(), from + pieceBytes);
            pieces.add(new Piece(s3, account, item, from, end));
            from = end;
        } while (from < item.bytes());
        return pieces;
    }

    private void bring(List<Piece> pieces, FileChannel file) throws IOException {
        if (pieces.size() == 1) {
            bring(pieces.getFirst(), file);
            return;
        }
        try (var streams = Executors.newFixedThreadPool(STREAMS)) {
            var coming = new ArrayList<Future<?>>();
            for (var piece : pieces) {
                coming.add(
                        streams.submit(
                                () -> {
                                    bring(piece, file);
                                    return null;
                                }));
            }
            try {
                for (var piece : coming) {
                    piece.get();
                }
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } finally {
                coming.forEach(piece -> piece.cancel(false));
            }
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    /// The SDK repeats requests; a body that breaks off on its way is ours to go on with, from
    /// where it broke off.
    private void bring(Piece piece, FileChannel file) throws IOException {
        for (int tried = 1; !piece.tried(file); tried++) {
            if (tried == TRIES) {
                throw Refusals.brokenOff(account, piece.item(), piece.at());
            }
            pause.take(Duration.ofMillis(250L << tried));
        }
    }

    private void requireSpace(Item item, Path file) throws IOException {
        long free = Files.getFileStore(file).getUsableSpace();
        if (item.bytes() > free) {
            throw Refusals.noSpace(account, item, free);
        }
    }
}
