package dev.glidepath.core.chart;

/// A place in a drawing: from its left, and down from its top.
public record Spot(int x, int y) {}
