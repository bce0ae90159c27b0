package dev.glidepath.local.bench;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

import java.io.IOException;
import java.nio.ByteBuffer;

/// parquet-java's own goes by way of Hadoop, which would have to be there.
final class SnappyPages implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case SNAPPY -> new Pages();
            default -> throw new UnsupportedOperationException(codec + " is not read here");
        };
    }

    @Override
    public void release() {}

    private static final class Pages implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(Snappy.uncompress(bytes.toInputStream().readAllBytes()));
        }

        @Override
        public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize)
                throws IOException {
            out.put(Snappy.uncompress(slice(in, inSize)));
        }

        private static byte[] slice(ByteBuffer in, int size) {
            var bytes = new byte[size];
            in.get(bytes);
            return bytes;
        }

        @Override
        public void release() {}
    }
}
