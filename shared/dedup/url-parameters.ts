/** Parameters that say who sent the reader, never what is read. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_?\\w*|ga_\\w+|_ga|_gl|gclid|gclsrc|dclid|gbraid|wbraid|gad_\\w+|srsltid|_gac',
    'fbclid|fb_(?:action_ids|action_types|source|ref|comment_id)|fref|mibextid|__tn__|__xts__.*|__cft__.*',
    'action_(?:object|type|ref)_map|sfnsn|g_st|wprov|xing_share|gaa_\\w+|google_editors_picks|usg|ved',
    'msclkid|yclid|syclid|sscid|oborigurl|outbrainclickid|ymclid|ysclid|twclid|ttclid|li_fat_id|igsh|igshid|rdt_cid|epik|irclickid|irgwc|tblci|obclid|dicbo|rb_clickid|wickedid|_openstat|_branch_match_id|_branch_referrer|s_kwcid|ef_id|zanpid|ranmid|raneaid|ransiteid',
    '__twitter_impression|ref_src|ref_url|twsrc|s_src|tw_\\w+|twitter_impression',
    'mc_[ce]id|_hs(?:enc|mi|fp)|__hs(?:tc|sc|fp)|hsa_\\w+|hsctatracking|mkt_tok|vero_\\w+|oly_\\w+|_ke|_bta_\\w+|bsft_\\w+|trk(?:campaign|contact|email|info|msg|_\\w+)?|elqtrack\\w*|sc_(?:cid|lid|uid|src|llid|eh|campaign|channel|content|medium)|nr_email_referer|mkevt|mkcid|bbeml|email_?(?:id|source)|ml_subscriber(?:_hash)?|dm_[it]|__s|_bhlid|ck_subscriber_id|sfmc_\\w+|hss_\\w+|ss_(?:source|campaign\\w*|email_id)|vgo_ee|newsletter_?id|subscriber_?id',
    'cm_(?:mmc\\w*|ven|cat|pla|ite|lm|sp|re)|int_?cid|int_(?:source|medium|campaign|content)|ft(?:ag|camp)|dgcid|wt_?(?:mc|zmc)\\w*|wpsrc|maca|pfmredir|ucbcb|trkid|link_?id',
    'pk_\\w+|mtm_\\w+|piwik_\\w+|matomo_\\w+|wt[._](?:mc|z\\w*|nav|tsrc|rss_\\w+|mc_id|srch)|at_\\w+|ns_\\w+|itm_\\w+|int_?cmp|icid|ncid|icmp|cmp|cmpid|s?_?cmp_?id|campaign_?id|s_cid|s_campaign|ocid|xtor|xtref|xts|wtrid|wcid',
    'ito|smid|smtyp|smprod|partner_?id|emc|tpcc|taid|link_source|reflink|mbid|bxid|cndid|esrc|cvid|soc_(?:src|trk)|tsrc|guccounter|guce_\\w+|sr_share|spref|sref|echobox|share_?type|share_?token|postshare|share_(?:from|source|medium|plat|id|token|tag|iid|session_id)|shareuid|shareadid|bt_\\w+|spm|scm|aff_?id|aff_\\w+|affiliate|clickid|click_?id|trackid|track(?:ing)?_?(?:id|code)|referer|referrer|ref_?id|recruiter|rpc|rsscount|feed(?:name|type)|from_?rss|rss|_x_tr_\\w+|csi|aoh|usqp|amp_(?:js_v|gsa|ct|r)|ampshare|cb|cachebust\\w*|nocache|_|gnt-cfr|gca-\\w+|ref_(?:map|type)',
  ].join('|')})$`,
  'i',
)
const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid\w*|sessionid|session_?id|sess_?id|cfid|cftoken|zenid|oscsid|sid_session)$/i
/** How it is shown, not what: the same article on paper, on a telephone, on its first page. */
const LAYOUT: readonly { name: RegExp; value: RegExp }[] = [
  {
    name: /^(?:print|printable|printview|print_view|printerfriendly|amp|isamp|_amp|mobile|m)$/i,
    value: /^(?:|1|true|yes|y|on)$/i,
  },
  {
    name: /^(?:view|mode|format|layout|outputtype|output|output_type|type|platform|alt|display|theme|pagewanted)$/i,
    value: /^(?:print|printable|amp|mobile|printer|all)$/i,
  },
  { name: /^(?:page|pg|paged|pagenum|page_?no)$/i, value: /^(?:|1)$/ },
  {
    name: /^(?:share|sharedby|shared)$/i,
    value: /^(?:facebook|twitter|x|linkedin|email|whatsapp|telegram|pinterest|reddit|copy)$/i,
  },
  { name: /^_r$/i, value: /^\d$/ },
  // Which program shared it (Twitter), and to which list of readers it was sent (Mailchimp).
  { name: /^s$/, value: /^[012]\d$/ },
  { name: /^(?:ct|goal)$/, value: /^(?:t\(.{1,80}\)|0_[0-9a-f]{4,16}-.{1,60})$/ },
  // A forum's or a shop's session in a short name: always a hash.
  { name: /^(?:s|sid)$/i, value: /^[0-9a-f]{32,64}$/i },
]
/** Names that mean the reader's way on one site and the article on another. */
const EITHER =
  /^(?:ref|source|src|from|via|partner|feature|cid|sid|tc|mod|sh|fr|origin|medium|campaign|channel|content_source|cm_\w+|hl_ref|share|si|ss|rf|refer|pos|position|cn|lnk|link_?from|feed|sender|sa|tag_?src|traffic_?source|sf\d+)$/i

/**
 * True for a parameter that changes nothing of what is read. A name that is tracking on one site and the article
 * on another counts only where the path says which article, and the value holds no number that could.
 */
export function isIdle(name: string, value: string, doesPathIdentify: boolean): boolean {
  const bare = name.replace(/^(?:amp;|\?)+/i, '')
  if (TRACKING.test(bare) || SESSION.test(bare)) return true
  if (LAYOUT.some(layout => layout.name.test(bare) && layout.value.test(value))) return true
  return doesPathIdentify && EITHER.test(bare) && !/\d{4}/.test(value) && !/^\d+$/.test(value)
}

/** A segment that names one article: a slug of words, or a long id. `story.php` and `news` name none. */
export function namesArticle(pathname: string): boolean {
  return pathname.split('/').some(segment => {
    const name = segment.replace(/\.(?:html?|php|aspx?|jsp|shtml)$/i, '')
    if (/^(?:index|default|article|story|news|view|read|show|item|print|press-releases?)$/i.test(name))
      return false
    return name.split(/[-_]/).length >= 3 || /\d{5}/.test(name) || (name.length >= 10 && /\d/.test(name))
  })
}
