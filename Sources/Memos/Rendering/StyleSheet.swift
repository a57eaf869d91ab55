/// The styles of memo and report: no outside resource, contrast of at least 4.5 to 1, one column
/// at 320 pixels, and a print form for A4 and Letter alike.
enum StyleSheet {
  static let common = """
    :root{--ink:#1b1b1b;--soft:#4a4a4a;--line:#8a8a8a;--pale:#f3f3f0;--link:#0b4a8f}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:1.25rem;max-width:60rem;color:var(--ink);background:#fff;
    font:1rem/1.5 "Noto Sans","Helvetica Neue",Arial,"Noto Sans CJK SC","PingFang SC",
    "Microsoft YaHei","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
    h1{font-size:1.45rem;line-height:1.25;margin:.2rem 0 .8rem}
    h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .6rem;padding-top:.6rem;
    border-top:2px solid var(--ink)}
    h3{font-size:1rem;margin:1.1rem 0 .3rem}
    p{margin:.35rem 0}
    a{color:var(--link)}
    a:focus-visible,.wide:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
    .skip{position:absolute;left:-999rem}
    .skip:focus{position:static}
    .banner{border:3px solid var(--ink);background:#fff3c4;padding:.4rem .7rem;margin:0 0 1rem;
    font-weight:700}
    .wide{overflow-x:auto;margin:.6rem 0 1rem}
    table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
    caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
    th,td{border:1px solid var(--line);padding:.3rem .45rem;text-align:left;vertical-align:top;
    min-width:3.2rem}
    thead th{background:var(--pale);overflow-wrap:normal}
    tbody th{font-weight:600}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    .cite{font-size:.85em;white-space:normal}
    .invisible{background:#ffe08a}
    """

  static let print = """
    @page{margin:14mm 16mm 16mm;
    @bottom-right{content:"page " counter(page) " of " counter(pages);font:8pt sans-serif}}
    @media print{
    body{max-width:none;padding:0;font-size:9.5pt;line-height:1.36}
    h1{font-size:13.5pt;margin:0 0 2mm}
    h2{font-size:12pt;margin:5mm 0 1.5mm;padding-top:1.5mm;break-after:avoid}
    h3{font-size:9.5pt;margin:2mm 0 .6mm;break-after:avoid}
    p{margin:.8mm 0}
    table{font-size:8.2pt;line-height:1.3}
    thead{display:table-header-group;break-after:avoid}
    thead tr,tbody tr:first-child{break-after:avoid}
    tr,figure,.paragraph,.signatures,.list>div{break-inside:avoid}
    caption{break-after:avoid}
    .wide{overflow:visible}
    .skip{display:none}
    a{color:inherit;text-decoration:none}
    .banner{margin:0 0 2mm;padding:1mm 2mm;break-after:avoid}
    section+section .banner{font-size:8pt;border-width:1px;padding:.4mm 2mm;margin:1.5mm 0}
    }
    """

  /// Repeats the word on each printed page where the browser knows page margin boxes.
  static let demonstrationPage = """
    @page{@top-center{content:"DEMONSTRATION, not for use";font:bold 9pt sans-serif}
    @bottom-left{content:"DEMONSTRATION, not for use";font:bold 8pt sans-serif}}
    """

  static let memo = """
    .header{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));
    gap:.15rem 1.4rem;margin:0;font-size:.9rem}
    .header>div{display:grid;grid-template-columns:7.4rem 1fr;gap:.5rem;padding:.1rem 0}
    dt{font-weight:600;color:var(--soft)}
    dd{margin:0}
    .list>div{margin:.35rem 0}
    .paragraph{display:grid;grid-template-columns:2.7rem 1fr;gap:.3rem}
    .paragraph .n{font-variant-numeric:tabular-nums;color:var(--soft)}
    .nature{font-size:.82em;font-style:italic;margin-right:.45rem;white-space:nowrap;
    color:var(--soft)}
    .lanes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));
    gap:.5rem;margin:.7rem 0;padding:0;list-style:none}
    .lanes li{border:1px solid var(--ink);border-top-width:5px;padding:.4rem .55rem;
    font-size:.88rem;line-height:1.35}
    .lanes b{display:block}
    .lanes .shape{font-family:"DejaVu Sans","Noto Sans Symbols2",sans-serif;margin-right:.35rem}
    .lanes .grave{border-top-color:#8a1c1c;background:#fbeeee}
    .lanes .attention{border-top-color:#8a5a00;background:#fdf6e6}
    .lanes .unknown{border-top-color:#3f3f7a;background:#f0f0f8}
    .lanes .quiet{border-top-color:#44664e;background:#f1f6f2}
    .signatures{margin:.9rem 0 0}
    .signatures table{font-size:.85rem}
    .signatures td{height:1.9rem}
    .signatures thead th:first-child{width:34%}
    .signatures thead th:nth-child(3){width:21%}
    .callout{border-left:5px solid var(--ink);background:var(--pale);padding:.5rem .8rem}
    @media print{
    .header{grid-template-columns:1fr 1fr;gap:0 5mm;font-size:8.4pt}
    .header>div{grid-template-columns:22mm 1fr;gap:1.5mm}
    .paragraph{grid-template-columns:9mm 1fr;gap:1mm}
    .lanes{grid-template-columns:repeat(4,1fr);gap:2mm;margin:2mm 0}
    .lanes li{font-size:8.2pt;padding:1mm 1.6mm;line-height:1.3}
    #section-1{break-after:page}
    #section-1 h2{margin-top:2.5mm}
    .signatures{margin-top:2mm}
    .signatures table{font-size:8pt}
    .signatures th,.signatures td{height:6.4mm;padding:.3mm 1.2mm;vertical-align:middle}
    .signatures thead th{height:auto}
    .signatures caption{padding:0 0 .6mm;font-size:9pt}
    #section-1{font-size:9pt;line-height:1.32}
    #section-1 h3{font-size:9pt;margin:1.4mm 0 .3mm}
    #section-1 .paragraph{margin:.5mm 0}
    }
    @media print{
    .lanes li,.banner,thead th,.callout{-webkit-print-color-adjust:exact;
    print-color-adjust:exact}
    }
    """
}
