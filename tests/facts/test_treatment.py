"""Treatments: sentences of our own, every treatment of each compared."""

import pytest

from tests.facts.gathered import facts_of, treatments

GROUPS = [
    ("He received gemcitabine/cisplatin.", ["cisplatin + gemcitabine"]),
    ("She was treated with docetaxel plus ramucirumab.", ["docetaxel + ramucirumab"]),
    ("They gave oral vinorelbine 60 mg/m2 on day 1 and carboplatin AUC 5 every three weeks.", ["carboplatin + vinorelbine"]),
    ("She received carboplatin with paclitaxel followed by doxorubicin.", ["carboplatin + paclitaxel", "doxorubicin"]),
    ("After nine months of sorafenib, regorafenib was started.", ["sorafenib, earlier", "regorafenib"]),
    ("He received rituximab and lenalidomide maintenance.", ["rituximab, alone", "lenalidomide, alone, phase maintenance"]),
    ("She took capecitabine, then eribulin.", ["capecitabine", "eribulin"]),
    ("She was switched from lapatinib to neratinib.", ["lapatinib, switched", "neratinib, switched"]),
    ("After nivolumab, weekly docetaxel was given.", ["nivolumab, earlier", "docetaxel"]),
    ("Degarelix was started with docetaxel.", ["degarelix + docetaxel"]),
    ("Induction therapy with cytarabine plus gilteritinib was given.", ["cytarabine + gilteritinib, phase induction"]),
    ("He was treated with GDP and MINE.", ["cisplatin + dexamethasone + gemcitabine", "etoposide + ifosfamide + mitoxantrone"]),
    ("She was switched to exemestane and ribociclib was continued.", ["exemestane, switched", "ribociclib, switched"]),
    ("Intrathecal chemotherapy (cytarabine, methotrexate), dasatinib and vincristine were given.", ["cytarabine + methotrexate, local", "dasatinib + vincristine"]),
]
AGENTS = [
    ("Carboplatin/paclitaxel was begun.", ["carboplatin + paclitaxel"]),
    ("A TC was seen.", []),
    ("She was given cytarabine and idarubicin (7+3).", ["cytarabine + idarubicin"]),
    ("Masaoka stage IVA thymoma was found.", []),
    ("Her lymphoma was treated with R2.", ["lenalidomide + rituximab"]),
    ("He received six cycles of CHOP.", ["cyclophosphamide + doxorubicin + prednisone + vincristine, cycles 6"]),
    ("She received FOLFOX plus bevacizumab.", ["bevacizumab + fluorouracil + oxaliplatin"]),
    ("He was given RCD (lenalidomide, cyclophosphamide and dexamethasone).", ["cyclophosphamide + dexamethasone + lenalidomide"]),
    ("Chemotherapy with 5-fluorouracil (5-FU) was started.", ["fluorouracil"]),
]
LOCAL = [
    ("Intrathecal methotrexate was given.", ["methotrexate, local"]),
    ("She received intravesical mitomycin.", ["mitomycin, local"]),
    ("Transarterial chemoembolization with doxorubicin was performed.", ["doxorubicin, local"]),
]
SAID = [
    ("He refused chemotherapy.", ["chemotherapy, refused, not said to be given"]),
    ("Osimertinib was stopped because of a rash.", ["osimertinib, stopped"]),
    ("He had previously been treated with sunitinib.", ["sunitinib, earlier"]),
    ("Dexamethasone and ondansetron were given.", ["dexamethasone"]),
    ("Bevacizumab was added.", ["bevacizumab, joined"]),
    ("Trametinib was added to dabrafenib.", ["dabrafenib + trametinib, joined"]),
    ("Rituximab was added to the chemotherapy.", ["rituximab, joined", "chemotherapy, not said to be given, anaphoric"]),
    ("She was switched to alectinib.", ["alectinib, switched"]),
    ("Imatinib was resumed.", ["imatinib, restart"]),
    ("Pembrolizumab was continued as monotherapy.", ["pembrolizumab, alone"]),
    ("The efficacy of lapatinib is debated.", ["lapatinib, literature, not said to be given"]),
    ("After chemotherapy, she recovered.", ["chemotherapy, not said to be given, earlier, anaphoric"]),
    ("No chemotherapy was given.", ["chemotherapy, absent"]),
    ("Her sister received tamoxifen.", ["tamoxifen, family"]),
    ("Treatment with nivolumab was planned.", ["nivolumab, planned"]),
]
APPOSITION = [
    ("She received the tyrosine kinase inhibitor axitinib.", ["axitinib"]),
    ("He was given ibrutinib, a kinase inhibitor.", ["ibrutinib"]),
    ("Chemotherapy with cisplatin was started.", ["cisplatin"]),
    ("She received chemotherapy and trastuzumab.", ["chemotherapy + trastuzumab"]),
    ("He was given platinum-based chemotherapy with cetuximab.", ["cetuximab + platinum-based chemotherapy"]),
    ("She had chemotherapy that contained ramucirumab.", ["chemotherapy + ramucirumab"]),
    ("An anthracycline/ifosfamide combination was given.", ["anthracycline + ifosfamide"]),
    ("He received vinorelbine 25 mg/m2 weekly for palliative chemotherapy.", ["vinorelbine, setting advanced"]),
    ("Chemotherapy constituted of epirubicin and ifosfamide was begun.", ["epirubicin + ifosfamide"]),
]
SEQUENCE = [
    ("She received gefitinib, cisplatin and pemetrexed, docetaxel, and erlotinib.", ["gefitinib", "cisplatin + pemetrexed", "docetaxel", "erlotinib"]),
    ("He was treated with gefitinib (10 months), chemotherapy (4 months), then osimertinib.", ["gefitinib", "chemotherapy", "osimertinib"]),
    ("She had chemoradiotherapy (cisplatin plus radiation), gefitinib and docetaxel.", ["cisplatin, chemoradiation", "docetaxel + gefitinib"]),
    ("He was given rituximab plus cyclophosphamide, doxorubicin, vincristine and prednisone.", ["cyclophosphamide + doxorubicin + prednisone + rituximab + vincristine"]),
    ("The disease was refractory to sunitinib and pazopanib.", ["sunitinib, not said to be given, earlier", "pazopanib, not said to be given"]),
    ("He had received four lines of chemotherapy (gemcitabine/cisplatin, docetaxel and topotecan).", ["chemotherapy, earlier, anaphoric", "cisplatin + gemcitabine", "docetaxel", "topotecan"]),
    ("The tumour was refractory to gemcitabine/cisplatin, FOLFIRI, and capecitabine.", ["cisplatin + gemcitabine, not said to be given, earlier", "fluorouracil + irinotecan, not said to be given", "capecitabine, not said to be given"]),
    ("She was successively given letrozole, exemestane and fulvestrant.", ["letrozole", "exemestane", "fulvestrant"]),
    ("She received neoadjuvant epirubicin followed by paclitaxel.", ["epirubicin, setting neoadjuvant", "paclitaxel, setting neoadjuvant"]),
    ("He was given epirubicin and then docetaxel as neoadjuvant chemotherapy.", ["epirubicin, setting neoadjuvant", "docetaxel, setting neoadjuvant"]),
    ("He failed prior gemcitabine plus cisplatin and docetaxel.", ["cisplatin + gemcitabine, not said to be given, earlier", "docetaxel, not said to be given"]),
    ("Sorafenib, ramucirumab, and ramucirumab/pembrolizumab were used as first-, second- and third-line treatment.", ["sorafenib, line 1", "ramucirumab, line 2", "pembrolizumab + ramucirumab, line 3"]),
    ("He relapsed after first- and second-line chemotherapy.", ["chemotherapy, not said to be given, earlier, line 1", "chemotherapy, not said to be given, earlier, line 2"]),
    ("He received nilotinib, dasatinib and ponatinib.", ["nilotinib", "dasatinib", "ponatinib"]),
    ("She received lorlatinib and alectinib in combination.", ["alectinib + lorlatinib"]),
    ("The disease was refractory to carboplatin and paclitaxel.", ["carboplatin + paclitaxel, not said to be given, earlier"]),
    ("He had nivolumab and docetaxel, with responses of 5 and 7 months, respectively.", ["nivolumab", "docetaxel"]),
    ("After docetaxel with ramucirumab, second-line chemotherapy with weekly irinotecan was begun.", ["docetaxel + ramucirumab, earlier", "irinotecan, line 2"]),
    ("He was previously treated with abiraterone, docetaxel and cabazitaxel.", ["abiraterone, earlier", "docetaxel", "cabazitaxel"]),
    ("She was previously treated with carboplatin, pemetrexed and pembrolizumab.", ["carboplatin + pembrolizumab + pemetrexed, earlier"]),
    ("He successively received gemcitabine, nivolumab and erlotinib as first-, second- and third-line therapy.", ["gemcitabine, line 1", "nivolumab, line 2", "erlotinib, line 3"]),
]
CONDITIONING = [
    ("Conditioning with busulfan and fludarabine was followed by allogeneic stem cell transplantation.", ["transplant, anaphoric"]),
    ("High-dose chemotherapy with autologous stem cell transplantation was performed.", ["transplant, anaphoric"]),
    ("Melphalan 200 mg/m2 with autologous stem cell rescue was given.", ["transplant, anaphoric"]),
    ("High-dose thiotepa and carboplatin with autologous stem cell support followed.", ["transplant, anaphoric"]),
    ("Allogeneic transplantation after BuCy was performed.", ["transplant"]),
    ("Cyclosporine and methotrexate were used to prevent graft-versus-host disease.", []),
    ("After lymphodepletion with fludarabine, CAR-T cells were infused.", ["CAR-T cells"]),
    ("CODOX-M with intrathecal cytarabine prophylaxis was given.", ["cyclophosphamide + doxorubicin + methotrexate + vincristine", "cytarabine, local"]),
    ("Allogeneic transplantation (busulfan, thiotepa) was performed.", ["transplant"]),
    ("High-dose chemotherapy (carboplatin, etoposide) with stem cell rescue was given.", ["transplant, anaphoric"]),
    ("Cord blood was transfused after a MAC regimen of TBI (12 Gy on days -8 to -6) and cyclophosphamide 60 mg/kg on days -4 and -3.", ["transplant, not said to be given"]),
    ("Immunosuppression consisted of tacrolimus, mycophenolate mofetil and sirolimus.", []),
    ("He received six cycles of CHOP with CNS prophylaxis.", ["cyclophosphamide + doxorubicin + prednisone + vincristine, cycles 6", "intrathecal chemotherapy, local, anaphoric"]),
    ("She received vinblastine and prednisone according to LCH-III.", ["prednisone + vinblastine"]),
    ("She is well following induction and consolidation chemotherapy.", ["chemotherapy, phase induction", "chemotherapy, earlier, anaphoric, phase consolidation"]),
    ("Consolidation with high-dose cytarabine was given, and a marrow transplantation followed.", ["cytarabine, phase consolidation", "transplant"]),
    ("He received a leukaemia-type regimen (DNR, VCR, L-ASP, and Pred).", ["asparaginase + daunorubicin + prednisone + vincristine"]),
    ("The conditioning regimen was 12 Gy of total body irradiation and cyclophosphamide.", []),
    ("He progressed before allogeneic transplantation could be done.", ["transplant, absent, not said to be given, earlier, anaphoric"]),
    ("She received bortezomib-based therapy (bortezomib 1.3 mg/m2 on day 1; dexamethasone 20 mg on day 1; oral melphalan 9 mg/m2).", ["bortezomib + dexamethasone + melphalan"]),
    ("The disease was refractory to various chemotherapies, including pentostatin and bendamustine.", ["pentostatin, not said to be given, earlier", "bendamustine, not said to be given"]),
    ("Remission was achieved with chemotherapy combined with tretinoin (ATRA) and arsenic trioxide (ATO).", ["arsenic trioxide + chemotherapy + tretinoin, not said to be given"]),
    ("Azacitidine was given (schedule 5+2+2).", ["azacitidine"]),
    ("A gallium-68 PET scan was performed.", []),
    ("An octreotide scan was performed.", []),
    ("Octreotide was started.", ["octreotide"]),
]
OTHER_ILLNESSES = [
    ("At the end of the IA induction phase the marrow was full of blasts.", []),
    ("He received the gp100 vaccine.", ["gp100 peptide vaccine"]),
    ("Goserelin was given during chemotherapy to preserve ovarian function.", ["chemotherapy, anaphoric"]),
    ("Biopsy showed abundant tumor-infiltrating lymphocytes.", []),
    ("She received autologous tumor-infiltrating lymphocytes.", ["tumor-infiltrating lymphocytes"]),
    ("Iodine-131 MIBG (131I-MIBG) scintigraphy showed metastases.", []),
    ("A woman whose psoriasis was controlled with methotrexate had a lymphoma.", []),
    ("He took hydroxyurea for sickle cell disease.", []),
    ("She received methotrexate for lymphoma.", ["methotrexate"]),
    ("A man with T-cell leukaemia and rheumatoid arthritis was treated with methotrexate.", ["methotrexate"]),
]
PROCEDURES = [
    ("She underwent a left hemicolectomy.", ["surgery"]),
    ("He received radiotherapy concurrent with weekly cisplatin.", ["cisplatin, chemoradiation"]),
    ("Radiotherapy with 60 Gy in 30 fractions was delivered.", ["radiotherapy"]),
    ("He received induction and consolidation.", ["chemotherapy, phase induction", "chemotherapy, phase consolidation"]),
    ("At the end of induction, he was well.", []),
]
DETAILS = [
    ("As second-line therapy she received docetaxel.", ["docetaxel, line 2"]),
    ("He received four cycles of carboplatin.", ["carboplatin, cycles 4"]),
    ("Rituximab was given as maintenance.", ["rituximab, alone, phase maintenance"]),
    ("She received adjuvant capecitabine for eight cycles.", ["capecitabine, setting adjuvant, cycles 8"]),
    ("Docetaxel was given as third-line treatment, and then erlotinib was given as fourth-line treatment.", ["docetaxel, line 3", "erlotinib, line 4"]),
]


@pytest.mark.parametrize(("sentence", "named"), [*GROUPS, *AGENTS, *LOCAL, *SAID, *APPOSITION, *SEQUENCE, *CONDITIONING, *OTHER_ILLNESSES, *PROCEDURES, *DETAILS])
def test_what_a_sentence_names(sentence: str, named: list[str]) -> None:
    assert treatments(sentence) == named


def test_the_regimen_is_kept_as_written() -> None:
    (fact,) = facts_of("He received four cycles of FOLFIRI.").treatments
    assert (fact.regimen, [agent.name for agent in fact.optional]) == ("FOLFIRI", ["leucovorin"])
