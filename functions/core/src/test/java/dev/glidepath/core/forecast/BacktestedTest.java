package dev.glidepath.core.forecast;

import org.junit.jupiter.api.Test;
import java.math.BigDecimal;
import java.util.*;

class BacktestedTest {
    @Test
    void print() {
        long t=System.nanoTime(); int made=0;
        for (int weeks : new int[]{12,16,27}) for (var f : Family.values()) for (double noise : new double[]{.01,.05})
        {
            int n=weeks*7; var ws=Map.of("m3",new Window(0,3),"m20",new Window(0,20),"w08",Window.upTo(56,28),"w25",Window.upTo(175,28));
            var ours=new TreeMap<String,Double>(); var naive=new TreeMap<String,Double>(); var flat=new TreeMap<String,Double>(); var recent=new TreeMap<String,Double>();var cov=new TreeMap<String,Double>();
            int seeds=40;
            for (int s=0;s<seeds;s++) { var y=f.series(n,180,noise,s); var past=y.subList(0,n);
              var fc=Forecaster.of(past); made++;
              for (var e: ws.entrySet()) { var w=e.getValue(); var k=e.getKey(); double act=Ranks.mean(y.subList(n+w.from(),n+w.end())).doubleValue();
                var o=fc.ahead(w);
                ours.merge(k,Math.abs(act-o.amount().doubleValue())/seeds,Double::sum);
                naive.merge(k,Math.abs(act-Season.mean(past.subList(n-7,n),w).doubleValue())/seeds,Double::sum);
                flat.merge(k,Math.abs(act-Ranks.mean(past).doubleValue())/seeds,Double::sum);
                recent.merge(k,Math.abs(act-Ranks.mean(past.subList(n-28,n)).doubleValue())/seeds,Double::sum);
                cov.merge(k,(o.band().low().doubleValue()<=act&&act<=o.band().high().doubleValue()?1.0:0)/seeds,Double::sum);
              } }
            for (var k: ours.keySet()) System.out.printf("%d %s %.2f %s ours=%.2f naive=%.2f flat=%.2f recent=%.2f cov=%.2f %s%n",weeks,f,noise,k,ours.get(k),naive.get(k),flat.get(k),recent.get(k),cov.get(k), ours.get(k)>Math.min(naive.get(k),Math.min(flat.get(k),recent.get(k)))*1.05?"WORSE "+ours.get(k)/Math.min(naive.get(k),Math.min(flat.get(k),recent.get(k))):"");
        }
        System.out.println("ms each "+(System.nanoTime()-t)/1e6/made);
    }
}
