package dev.glidepath.local.generate;

import java.util.Locale;
import java.util.UUID;

/// What looks random but follows from the seed and what is asked for, in any order of asking.
record Chance(long seed) {

    long draw(String what, long first, long second) {
        return mix(mix(mix(seed ^ hash(what)) ^ first) ^ second);
    }

    /// From 0 up to, not including, `bound`.
    int below(int bound, String what, long first, long second) {
        return Math.floorMod(draw(what, first, second), bound);
    }

    UUID uuid(String what, long first, long second) {
        long high = draw(what, first, second);
        return new UUID(
                (high & ~0xF000L) | 0x3000L,
                (mix(high) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /// Sixteen capital letters and digits.
    static String code(String text) {
        return (letters(hash(text)) + letters(hash(text + "+"))).substring(0, 16);
    }

    private static String letters(long bits) {
        String digits = "00000000000" + Long.toUnsignedString(bits, 36);
        return digits.substring(digits.length() - 12).toUpperCase(Locale.ROOT);
    }

    private static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
